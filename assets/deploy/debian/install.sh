#!/bin/sh
# Turns a bare Debian 12 into a post: run as root, once the program lies in /opt/Estran. Running it again changes nothing.
#   ./install.sh            on Wayland (cage)
#   ./install.sh x11        on a bare X server
# Nothing starts before the machine does: the last step is yours.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
case ${1:-wayland} in
  wayland) display='seatd cage xwayland' kiosk=estran-kiosk other=estran-kiosk-x11 ;;
  x11) display='xserver-xorg-core xserver-xorg-input-libinput xauth' kiosk=estran-kiosk-x11 other=estran-kiosk ;;
  *) echo "$1: is no display. Say wayland or x11." >&2; exit 64 ;;
esac
[ -x /opt/Estran/estran ] || { echo '/opt/Estran/estran: is not there. Unpack Estran in /opt first.' >&2; exit 69; }

# What the program links to, holds visitors with, prints, scans and speaks with.
DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $display \
  bubblewrap libgtk-3-0 libnss3 libasound2 libgbm1 libdrm2 libcups2 libatk-bridge2.0-0 libatspi2.0-0 libxcomposite1 \
  libxdamage1 libxrandr2 libxkbcommon0 libpango-1.0-0 libcairo2 libgl1-mesa-dri fonts-noto-core \
  cups cups-filters sane-utils sane-airscan udisks2 polkitd dbus speech-dispatcher speech-dispatcher-espeak-ng \
  nftables unattended-upgrades

# Files of the system belong to root, whoever unpacked them. What an admin has changed in /etc/estran stays.
kept=$(mktemp -d)
[ ! -e /etc/estran ] || cp --archive /etc/estran/. "$kept"
cp --recursive --no-preserve=ownership "$here/root/." /
cp --archive "$kept/." /etc/estran
rm -r "$kept"
chown -R root:root /opt/Estran
chmod -R go-w /opt/Estran
ln -sf /opt/Estran/estran /usr/bin/estran

systemd-sysusers estran.conf
[ -e /etc/estran/policy.json ] || echo '{ "post": { "kiosk": true } }' >/etc/estran/policy.json
systemd-tmpfiles --create estran.conf

# The print server keeps neither documents nor a list of jobs, and nobody else's machine prints through it.
for setting in 'PreserveJobFiles No' 'PreserveJobHistory No' 'Browsing No'; do
  sed -i "/^[[:space:]]*${setting% *}[[:space:]]/Id" /etc/cups/cupsd.conf
  sed -i "1i $setting" /etc/cups/cupsd.conf
done

# Voices are heard without a sound server as well: where Debian's setting finds none, they wait for it for ever.
sed -i '/^[[:space:]]*AudioOutputMethod[[:space:]]/Id' /etc/speech-dispatcher/speechd.conf
echo 'AudioOutputMethod "pulse,alsa"' >>/etc/speech-dispatcher/speechd.conf

# AppArmor where user namespaces are restricted, nowhere else.
if [ -e /proc/sys/kernel/apparmor_restrict_unprivileged_userns ]; then
  cp "$here/apparmor/estran" /etc/apparmor.d/estran
fi

# Ctrl+Alt+Del; login prompts; the post, its sticks and its wall.
systemctl mask ctrl-alt-del.target
systemctl disable "$other" 2>/dev/null || true
systemctl disable getty@tty1.service
systemctl enable "$kiosk" estran-firewall.service
systemctl set-default graphical.target
[ ! -x /usr/sbin/update-grub ] || update-grub

echo 'Done. Read /etc/estran/policy.json and /etc/estran/firewall.nft, then restart the machine.'
[ "$(swapon --show --noheadings | wc -l)" -eq 0 ] ||
  echo 'This machine has swap, in which sessions could be written: "swapoff -a" and remove it from /etc/fstab, or encrypt it.'
