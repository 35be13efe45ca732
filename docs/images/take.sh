#!/usr/bin/env bash
# Takes the pictures of the monitor, of the whole demo country in a real Chromium: about two minutes.
#   docs/images/take.sh [directory]     default: the directory of this script
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
UNITS_PICTURES=$(realpath "${1:-docs/images}") dotnet test --project tests/Units.Monitor.Tests/Units.Monitor.Tests.csproj -c Release --filter-class Units.Monitor.Tests.PictureTests
