# Sourced by ./orderpaper and ./build: finds a JDK of at least $1 and prints its home, or nothing.
# POSIX sh. Reads each JDK's release file, so that no JVM is started to ask for its version.

jdk_feature() { # the feature number of the JDK at $1
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  feature=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1)
  [ -n "$feature" ] && printf '%s\n' "$feature"
}

jdk_at_least() { # $1 the least feature number, $2 a home
  [ -n "$2" ] && found=$(jdk_feature "$2") && [ "$found" -ge "$1" ]
}

find_jdk() {
  for home in "${ORDERPAPER_JAVA_HOME:-}" "${JAVA_HOME:-}"; do
    if jdk_at_least "$1" "$home"; then printf '%s\n' "$home"; return; fi
  done
  java=$(command -v java 2>/dev/null) && java=$(readlink -f -- "$java" 2>/dev/null) || java=
  home=${java%/bin/java}
  if jdk_at_least "$1" "$home"; then printf '%s\n' "$home"; return; fi
  for home in /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
      "${HOME:-/nonexistent}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if jdk_at_least "$1" "$home"; then printf '%s %s\n' "$found" "$home"; fi
  done | sort -k1,1n | head -n 1 | cut -d' ' -f2-
}
