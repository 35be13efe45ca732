#!/usr/bin/env bash
# Takes the pictures of the monitor, of the whole demo country in a real Chromium: about two minutes.
#   docs/images/take.sh [directory]     default: the directory of this script
# Where ImageMagick is, they are brought down to a palette, a third of their size.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
directory=$(realpath "${1:-docs/images}")
UNITS_PICTURES=$directory dotnet test --project tests/Units.Monitor.Tests/Units.Monitor.Tests.csproj -c Release --filter-class Units.Monitor.Tests.PictureTests
if command -v convert >/dev/null; then
  find "$directory" -name '*.png' -print0 | xargs -0 -P 2 -I{} convert {} +dither -colors 128 -define png:compression-level=9 PNG8:{}
fi
