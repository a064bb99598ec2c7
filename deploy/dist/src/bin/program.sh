#!/bin/sh
# Starts @program@ in the foreground. Needs a Java runtime 17 or newer: java of JAVA_HOME, else of PATH.
#
#   @program@ [FILE]    FILE: its settings; else /etc/breakwater/@program@.properties, else etc/@program@.properties beside this script
#
# JAVA_OPTS             further options of the JVM, for example -Xmx1g
# QUARKUS_…, BREAKWATER_…  single settings: breakwater.agent.home is BREAKWATER_AGENT_HOME; they win over the file
set -u

fail() {
    printf '@program@: %s\n' "$1" >&2
    exit 1
}

script=$0
while [ -L "$script" ]; do
    target=$(readlink "$script")
    case $target in
        /*) script=$target ;;
        *) script=$(dirname "$script")/$target ;;
    esac
done
home=$(CDPATH='' cd -- "$(dirname -- "$script")/.." && pwd -P) || fail "the directory of $0 cannot be entered"

case ${1:-} in
    -h | --help)
        sed -n '2,/^set -u/s/^# \{0,1\}//p' "$script"
        exit 0
        ;;
    -*) fail "there is no option $1: give the file with the settings, or nothing (--help)" ;;
esac
[ $# -le 1 ] || fail "one file with settings at most (--help)"

if [ $# -eq 1 ]; then
    settings=$1
elif [ -e /etc/breakwater/@program@.properties ]; then
    settings=/etc/breakwater/@program@.properties
else
    settings=$home/etc/@program@.properties
fi
[ -r "$settings" ] || fail "the settings $settings cannot be read: is the file there, and may $(id -un) read it?"
case $settings in
    /*) ;;
    *) settings=$PWD/$settings ;;
esac

if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no $java: set it to a Java runtime 17 or newer"
else
    java=$(command -v java) || fail "there is no java: install a Java runtime 17 or newer (Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME"
fi

# The location is a list of URIs: what has a meaning there is escaped.
location=$(printf %s "$settings" | sed -e 's/%/%25/g' -e 's/ /%20/g' -e 's/,/%2C/g' -e 's/#/%23/g' -e 's/?/%3F/g')

# JAVA_OPTS is several words.
# shellcheck disable=SC2086
exec "$java" -Xmx@heap@ -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError ${JAVA_OPTS:-} \
    "-Dquarkus.config.locations=file://$location" \
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -jar "$home/lib/quarkus-run.jar"
