# Read by a script that runs as root in a network of its own: what a machine has running once it has started, and a place with
# printers that announce themselves. PRINTERS: their names, one a line; the first is where the guide has its own. What is
# printed lies in /tmp/printed.
install -d -o estran -g estran -m 700 /run/user/estran
install -d /run/dbus /tmp/printed
ip link set lo up
ip link add name printers type veth peer name post
ip address add 192.168.1.30/24 dev printers
ip link set printers up
ip link set post up

dbus-daemon --system --fork
avahi-daemon --daemonize --no-drop-root
cupsd -f &
cups=$!
# It writes its queues down when it is told to stop.
trap 'kill $cups; wait $cups || true' EXIT
until lpstat -r | grep --quiet 'is running'; do sleep 0.2; done

# Port 631 of this machine is the print server's.
nft 'add table ip place; add chain ip place out { type nat hook output priority -100; }'
nft 'add rule ip place out ip daddr 192.168.1.30 tcp dport 631 redirect to :8631'
port=8631
echo "$PRINTERS" >/tmp/printers
while read -r printer; do
  ippeveprinter -k -d /tmp/printed -f application/pdf,image/pwg-raster,image/urf -p $port "$printer" >/dev/null 2>&1 &
  port=$((port + 1))
done </tmp/printers
until [ "$(ippfind | wc -l)" = "$(wc -l </tmp/printers)" ]; do sleep 0.2; done
