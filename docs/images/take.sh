#!/usr/bin/env bash
# Takes the pictures of the monitor: starts the demo country with data of its own, opens each page in Chromium, and stops it again.
#   docs/images/take.sh [directory]     default: the directory of this script
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=$(realpath "${1:-docs/images}")
work=$(mktemp -d)
http=http://localhost:18090
export Units__Storage__Directory="$work/data" Units__Http__Url=$http Units__Grpc__Url=http://localhost:18091 Units__Silo__Port=18092 Units__Silo__GatewayPort=18093
dotnet Silo/bin/Release/net10.0/Units.Silo.dll demo >"$work/log" 2>&1 &
units=$!
trap 'kill $units 2>/dev/null || true; wait $units 2>/dev/null || true; rm -rf "$work"' EXIT
until grep -q "filled in" "$work/log"; do kill -0 $units || { cat "$work/log"; exit 1; }; sleep 1; done

page() {
  local joint='?'
  [[ $2 == *\?* ]] && joint='&'
  for size in 1920x1080 3840x2160 1024x768 390x844; do
    for theme in light dark; do
      timeout 60 chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update \
        --disable-sync --hide-scrollbars --user-data-dir="$work/chromium" --virtual-time-budget=4000 --window-size="${size/x/,}" \
        --screenshot="$out/$1-$size-$theme.png" "$http$2${joint}theme=$theme" >/dev/null 2>&1
    done
  done
}

page overview /monitor/viet-nam
page drill-down /monitor/viet-nam/indicators/demo-budget
page plans /monitor/viet-nam/plans
page kiosk '/monitor/viet-nam?kiosk=1'
ls "$out"
