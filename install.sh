#!/bin/sh
# Builds msvc and installs it: ./install.sh --help
set -eu

usage() {
  cat <<'END'
Builds msvc and installs it, then shows it at work on examples/shop.

  ./install.sh                     into ~/.local
  ./install.sh --prefix /opt/msvc  somewhere else
  ./install.sh --uninstall         removes what was installed, and nothing else

Usage:
  ./install.sh [--prefix DIR] [--no-demo]
  ./install.sh [--prefix DIR] --uninstall

  --prefix DIR  where bin/ and share/ are (default: ~/.local)
  --no-demo     do not run msvc analyze examples/shop at the end
  --uninstall   remove what was installed
  -h, --help    this help

Needs a JDK 17 or later and Maven 3.8.7 or later; installs what is missing with the system's package
manager where it may, and says what to type where it may not. Writes below DIR, to Maven's own
repository and to this checkout's target folders.
END
}

usage_error() {
  echo "error: $1" >&2
  echo "hint:  ./install.sh --help" >&2
  exit 2
}

checkout=$(cd "$(dirname "$0")" && pwd -P)
start=$PWD
cd "$checkout"
# shellcheck source=.ci/tools
. ./.ci/tools

prefix=${HOME:+$HOME/.local}
demo=yes
uninstall=no
while [ $# -gt 0 ]; do
  case $1 in
    --prefix)
      [ $# -gt 1 ] || usage_error "--prefix needs a folder"
      prefix=$2
      shift
      ;;
    --prefix=*) prefix=${1#--prefix=} ;;
    --no-demo) demo=no ;;
    --uninstall) uninstall=yes ;;
    -h | --help)
      usage
      exit 0
      ;;
    *) usage_error "unknown option: $1" ;;
  esac
  shift
done
if [ -z "$prefix" ]; then usage_error "HOME is not set: say where to with --prefix DIR"; fi
case $prefix in
  /*) ;;
  *) prefix=$start/$prefix ;;
esac

home=$prefix/share/msvc
manifest=$home/installed

# The manifest: what there is to remove, one a line, below the prefix; folders that were made for it, deepest last.

uninstall() {
  if [ ! -f "$manifest" ]; then
    say "nothing to do: msvc is not installed in $prefix"
    return 0
  fi
  list=$(cat "$manifest")
  printf '%s\n' "$list" | while IFS= read -r path; do
    case $path in
      */ | '') ;;
      *) rm -f "$prefix/$path" ;;
    esac
  done
  rm -rf "$home"
  # what was made for it goes when nothing else has moved in
  printf '%s\n' "$list" | sed -n '/\/$/p' | LC_ALL=C sort -r | while IFS= read -r path; do
    rmdir "$prefix/$path" 2>/dev/null || true
  done
  say "removed msvc from $prefix"
}

note() { printf '%s\n' "$1" >>"$stage/installed"; }

folder() { # makes a folder below the prefix and remembers each that was not there
  made=
  for part in $(printf '%s' "$1" | tr / ' '); do
    made=$made$part/
    if [ ! -d "$prefix/$made" ]; then
      mkdir "$prefix/$made"
      note "$made"
    fi
  done
}

build() {
  log=$checkout/target/install.log
  mkdir -p target
  rm -f target/install.code
  say "building with $jdk (the first time, Maven fetches libraries); log: $log"
  {
    code=0
    JAVA_HOME=$jdk "$mvn" -B -ntp -pl cli -am package -Dmaven.test.skip=true -Dspotless.check.skip=true || code=$?
    echo "$code" >target/install.code
  } 2>&1 | tee "$log" | while IFS= read -r line; do
    case $line in
      *'Building msvc :: '*)
        line=${line#*Building msvc :: }
        say "  ${line%% *}"
        ;;
    esac
  done
  if [ "$(cat target/install.code 2>/dev/null || true)" != 0 ]; then
    grep 'ERROR' "$log" | head -n 20 >&2 || tail -n 20 "$log" >&2
    say "error: the build failed"
    say "hint:  the whole log is $log; behind a proxy, Maven reads it from ~/.m2/settings.xml"
    exit 70
  fi
}

if [ "$uninstall" = yes ]; then
  uninstall
  exit 0
fi

if [ -e "$home" ] && [ ! -f "$manifest" ]; then
  say "error: $home is there and is not an msvc that this script installed"
  say "hint:  move it away, or choose another --prefix"
  exit 5
fi
link=$prefix/bin/msvc
if [ -e "$link" ] || [ -h "$link" ]; then
  if [ "$(readlink "$link" || true)" != ../share/msvc/bin/msvc ]; then
    say "error: $link is there and is not an msvc that this script installed"
    say "hint:  move it away, or choose another --prefix"
    exit 5
  fi
fi
if ! mkdir -p "$prefix" 2>/dev/null || [ ! -w "$prefix" ]; then
  say "error: cannot write to $prefix"
  say "hint:  choose another --prefix DIR"
  exit 3
fi

# shellcheck disable=SC2119 # nothing beside a JDK and Maven
need_tools || exit
build

# Beside the old one, then in its place; the old one comes back when that fails.
stage=$prefix/.msvc.new.$$
old=$prefix/.msvc.old.$$
tidy() {
  rm -rf "$stage"
  if [ -e "$old" ] && [ ! -e "$home" ]; then mv "$old" "$home"; fi
}
trap tidy EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
cp -R cli/target/msvc "$stage"
rm -f "$stage/lib/msvc.jsa" "$stage/lib/deploy.jsa"
printf '%s\n' "$jdk/bin/java" >"$stage/java"
: >"$stage/installed"
if [ -f "$manifest" ]; then
  sed -n '/\/$/p' "$manifest" >>"$stage/installed"
fi
mkdir "$stage/completion"
for shell in bash zsh fish; do
  MSVC_JAVA=$jdk/bin/java "$stage/bin/msvc" completion "$shell" >"$stage/completion/$shell"
done

folder share
folder bin
note bin/msvc
place_completion() { # puts the completion for shell $1 where that shell looks: folder $2, file $3
  folder "$2"
  note "$2/$3"
  cp "$stage/completion/$1" "$prefix/$2/$3.new"
  mv "$prefix/$2/$3.new" "$prefix/$2/$3"
}
place_completion bash share/bash-completion/completions msvc
place_completion zsh share/zsh/site-functions _msvc
place_completion fish share/fish/vendor_completions.d msvc.fish
if [ -e "$home" ]; then mv "$home" "$old"; fi
mv "$stage" "$home"
rm -rf "$old"
if [ ! -h "$link" ]; then ln -s ../share/msvc/bin/msvc "$link"; fi

say "making the class-data archive"
if [ -d examples/shop ]; then sample=examples/shop; else sample=; fi
if ! MSVC_JAVA=$jdk/bin/java "$home/bin/msvc-archive" $sample; then
  say "warning: no class-data archive could be made: msvc works, and starts slower"
fi

say "installed $("$link" version) as $link"
say "licences of what is in it: $home/THIRD-PARTY.txt; its SBOM: $home/sbom.cdx.json"
case :$PATH: in
  *:"$prefix/bin":*) ;;
  *)
    say "$prefix/bin is not on PATH; this line in your shell's start-up file puts it there:"
    say "  export PATH=\"$prefix/bin:\$PATH\""
    ;;
esac
say "completion: bash and fish find it in ~/.local; zsh with this line before compinit in ~/.zshrc:"
say "  fpath=($prefix/share/zsh/site-functions \$fpath)"

if [ "$demo" = yes ]; then
  say ""
  say "\$ msvc analyze examples/shop"
  "$link" analyze examples/shop
fi
