#!/usr/bin/env bash
# Takes the pictures of the monitor, of the whole demo country in a real Chromium: about two minutes.
#   docs/images/take.sh [directory]     default: the directory of this script
# Committed are all but those of 4K; of these the wall alone, since the others are the same pages, larger.
# Node, which the tests need too, brings them down to a palette, a third of their size.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
directory=$(realpath "${1:-docs/images}")
UNITS_PICTURES=$directory dotnet test --project tests/Units.Monitor.Tests/Units.Monitor.Tests.csproj -c Release --filter-class Units.Monitor.Tests.PictureTests
node docs/images/palette.mjs "$directory"/*.png
