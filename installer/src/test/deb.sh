#!/bin/sh
# Installs the .deb that ./package made with apt in a new Debian, starts it as its entry in the menu does, asks, and removes it.
# Root only: it makes a Debian with debootstrap and mounts what that needs.
. "$(dirname -- "$0")/window.sh"
need debootstrap "it makes a Debian to install in" "apt-get install debootstrap" || exit 1
release=${1:-bookworm}
debian=$(mktemp -d)
# its users pass through it
chmod 755 "$debian"
clean_up() {
    stop_all
    umount "$debian/proc" "$debian/tmp/.X11-unix" 2>/dev/null
    rm -rf --one-file-system "$debian"
}
trap clean_up EXIT
set -e

in_debian() {
    chroot "$debian" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

echo "Making a Debian ($release)"
debootstrap --variant=minbase "$release" "$debian" >"$debian.log" 2>&1 || fail "see $debian.log"
rm -f "$debian.log"
mount -t proc proc "$debian/proc"
in_debian useradd --create-home ada

echo "Installing with apt"
cp "$packages"/ponder_*.deb "$debian/ponder.deb"
in_debian apt-get -qq install -y --no-install-recommends /ponder.deb >/dev/null 2>&1 || fail "apt could not install it"
in_debian dpkg --status ponder | grep -q '^Status: install ok installed' || fail "it is not installed"

start_display
mkdir -p "$debian/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$debian/tmp/.X11-unix"
image=$debian/opt/ponder
data=$debian/home/ada/.local/share/ponder
# started from the menu, it is given no file
command=$(sed -n 's/^Exec=\(.*\) %f$/\1/p' "$debian/usr/share/applications/ponder.desktop")
[ -n "$command" ] || fail "the desktop entry has no command"
echo "Starting $command"
chroot --userspec=ada:ada "$debian" /usr/bin/env -i HOME=/home/ada USER=ada PATH=/usr/bin:/bin LANG=C.UTF-8 \
    "DISPLAY=$DISPLAY" $command &
ponder=$!
await_window
check_answer "What is 345 + 678?" "345 + 678 = 1023"
quit "$ponder"

echo "Removing"
in_debian apt-get -qq purge -y ponder >/dev/null 2>&1 || fail "apt could not remove it"
for gone in opt/ponder usr/bin/ponder usr/share/applications/ponder.desktop; do
    [ ! -e "$debian/$gone" ] && [ ! -L "$debian/$gone" ] || fail "$gone is still there"
done
image=$root/installer/target/image
[ "$(ask "" "What is 345 + 678?")" = "345 + 678 = 1023" ] || fail "the user's data is not there any more"
echo "The package installs with apt, answers, and leaves the user's data when it is removed."
