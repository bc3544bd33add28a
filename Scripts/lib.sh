# shellcheck shell=bash
# Shared by the scripts beside it, which source it first. Afterwards the working folder is the package's root, and
# `absolute` turns a path given on the command line into one that still means the same.

caller_folder=$PWD
absolute() { case $1 in /*) printf '%s\n' "$1" ;; *) printf '%s\n' "$caller_folder/$1" ;; esac; }
this_script=$(absolute "$0")
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }
fail() { say "$(basename "$this_script"): $*"; exit 1; }
wrong_usage() { say "$(basename "$this_script"): $*"; usage >&2; exit 64; }

# The usage text of a script is the comment at its head.
usage() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$this_script"; }
help_if_asked() { case ${1:-} in -h | --help) usage; exit 0 ;; esac; }

need_commands() {
  local name
  for name in "$@"; do
    command -v "$name" >/dev/null || fail "$name is needed and was not found; please install it"
  done
}

# Libraries Sasae links and the dictionary it reads. Does nothing when they are there.
need_packages() {
  local wanted=(libsqlite3-dev libxapian-dev libmecab-dev mecab-ipadic-utf8 pkg-config sqlite3)
  local missing=() name
  if ! command -v apt-get >/dev/null || ! command -v dpkg >/dev/null; then
    if pkg-config --exists sqlite3 xapian-core 2>/dev/null && command -v mecab-config >/dev/null; then
      return
    fi
    say "Sasae needs SQLite, Xapian and MeCab with the IPADIC dictionary. Install them with one of"
    say "  brew install sqlite xapian mecab mecab-ipadic pkgconf"
    say "  sudo dnf install sqlite sqlite-devel xapian-core-devel mecab-devel mecab-ipadic pkgconf"
    say "  sudo pacman -S sqlite xapian-core pkgconf    (and mecab, mecab-ipadic from the AUR)"
    fail "packages are missing"
  fi
  for name in "${wanted[@]}"; do
    [[ $(dpkg -s "$name" 2>/dev/null) == *"Status: install ok installed"* ]] || missing+=("$name")
  done
  ((${#missing[@]})) || return 0
  install_packages "${missing[@]}"
}

# install_packages NAME…: from Debian's or Ubuntu's archive, as root.
install_packages() {
  local as_root=()
  command -v apt-get >/dev/null || fail "please install $*"
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "run this as root: apt-get install $*"
    as_root=(sudo)
  fi
  say "Installing $*"
  ${as_root[@]+"${as_root[@]}"} apt-get update -qq >&2 || say "apt-get update failed; trying with the lists at hand"
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >&2
}

# Python with what the end-to-end tests speak to the server with: the official MCP client and a JSON Schema validator,
# in a folder of their own. Does nothing when it is there.
need_python() {
  local wanted=Tests/EndToEndTests/Python/requirements.txt folder=.build/python
  cmp -s "$wanted" "$folder/requirements.txt" && return
  if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then install_packages python3 python3-venv; fi
  say "Installing the Python packages of $wanted into $folder"
  rm -rf "$folder"
  python3 -m venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check -r "$wanted" >&2 ||
    fail "the Python packages of $wanted could not be installed; the tests of the wire need them"
  cp "$wanted" "$folder/requirements.txt"
}

need_swift() {
  if [[ $(swift --version 2>/dev/null) =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]]; then
    ((BASH_REMATCH[1] * 1000 + BASH_REMATCH[2] >= 6002)) && return
    say "Found Swift ${BASH_REMATCH[1]}.${BASH_REMATCH[2]}."
  fi
  say "Sasae needs Swift 6.2 or later: https://www.swift.org/install/"
  fail "no suitable Swift"
}

has_lld() {
  local resources
  command -v ld.lld >/dev/null && return
  resources=$(swiftc -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
  [[ -x ${resources%/lib/swift}/bin/ld.lld ]]
}

# Sets lld to what makes the linker lld, where there is one; the toolchain's default is slower and has failed on
# sanitizers.
set_lld() {
  lld=()
  if [[ $(uname -s) == Linux ]] && has_lld; then lld=(-Xswiftc -use-ld=lld); fi
}

# One set of flags for every release product: a changed flag would build everything anew.
# On Linux the Swift runtime goes into the binary; address randomisation stays.
set_release_flags() {
  release_flags=()
  [[ $(uname -s) == Linux ]] || return 0
  set_lld
  # No symbols for others to link against: 13,000 of them would be mapped and walked at every start.
  release_flags=(
    --static-swift-stdlib --disable-local-rpath -Xlinker -s -Xlinker --no-export-dynamic
    ${lld[@]+"${lld[@]}"}
  )
  # A position-independent Swift binary has 86,000 relative relocations; packed ones start it sooner. lld writes them
  # and glibc reads them from 2.36 on.
  local glibc
  glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | awk '{print $2}')
  if ((${#lld[@]} > 0)) && [[ $(printf '2.36\n%s\n' "${glibc:-0}" | sort -V | head -n 1) == 2.36 ]]; then
    release_flags+=(-Xlinker -z -Xlinker pack-relative-relocs)
  fi
}

# build_release PRODUCT [OPTION…]
build_release() {
  set_release_flags
  swift build -c release --product "$1" ${release_flags[@]+"${release_flags[@]}"} "${@:2}" >&2
}

# build_sasae [OPTION…]: `sasae`, and beside it `sasae-whole`, which it becomes for all but plain searches.
build_sasae() {
  build_release sasae-whole "$@"
  build_release sasae "$@"
}

# run_tests [OPTION…]: `swift test`, all of it shown. A filter that matches nothing exits 0, so the tests that ran
# are counted from the closing line.
run_tests() {
  local log count status=0
  log=$(mktemp)
  swift test --disable-xctest "$@" 2>&1 | tee "$log" || status=$?
  count=$(sed -nE 's/.*Test run with ([0-9]+) tests? in .*/\1/p' "$log" | tail -n 1)
  rm -f "$log"
  ((status == 0)) || return "$status"
  ((${count:-0} > 0)) || { say "No test ran."; return 1; }
}

# Sets swift_sources to what holds Swift source.
set_swift_sources() {
  local path
  swift_sources=()
  for path in Package.swift Sources Plugins Tests Benchmarks; do
    if [[ -e $path ]]; then swift_sources+=("$path"); fi
  done
}
