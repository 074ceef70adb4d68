# Shared by the scripts in .ci; sourced, not run.

BEGUN=${BEGUN:-$(date +%s)}
export BEGUN

step() {
  local past=$(($(date +%s) - BEGUN))
  printf '\n━━ %d:%02d  %s\n' $((past / 60)) $((past % 60)) "$*"
}

fail() {
  printf '\nFAILED: %s\n' "$*" >&2
  exit 1
}

# wait_for SECONDS WHAT COMMAND…: until the command succeeds.
wait_for() {
  local end=$(($(date +%s) + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ "$(date +%s)" -lt "$end" ] || fail "waited in vain for $what"
    sleep 0.2
  done
}

# free_ports N: that many ports of 127.0.0.1 nobody listens on, one a line. Below the kernel's own range, so that no
# outgoing connection takes one before it is used.
free_ports() {
  python3 - "$1" <<'PY'
import random, socket, sys
found = []
for port in random.sample(range(20000, 32000), 2000):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            continue
    found.append(port)
    if len(found) == int(sys.argv[1]):
        break
print(*found, sep="\n")
PY
}

# logged MINUTES LOG COMMAND…: all output into the log, of it the lines that tell on the screen; on failure, and when it
# takes longer than that, also the log's end.
logged() {
  local minutes=$1 log=$2
  shift 2
  # Maven may colour what it prints; whoever reads the closing lines wants them plain.
  if ! timeout --kill-after=20 "${minutes}m" "$@" 2>&1 </dev/null | sed -u 's/\x1b\[[0-9;]*m//g' | tee "$log" |
    grep --line-buffered -E 'Tests run:|BUILD |Reactor Summary|^\[ERROR\]|storage suite runs|Building .*\[[0-9]+/[0-9]+\]|Total time'; then
    tail -n 200 "$log"
    fail "$* within $minutes minutes (the end of its output stands above)"
  fi
}
