import Diagnostics
import Glibc

/// Whether a file may be run as a plugin. Nobody but its owner may be able to change it, and that is
/// the person who runs this, or root.
enum ProgramFile {
  static func check(_ path: String) throws(PluginFault) {
    guard path.hasPrefix("/") else {
      throw .file(Bilingual(ja: "絶対パスではありません", en: "its path is not absolute"))
    }
    let own = Bilingual(ja: "プログラム", en: "the program")
    let info = try look(path, own)
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw .file(Bilingual(ja: "ふつうのファイルではありません", en: "it is no plain file"))
    }
    try hold(info, own)
    // Who can write to the folder can put another file in its place, unless the sticky bit hinders it.
    let folder = self.folder(of: path)
    let place = Bilingual(ja: "プログラムのあるフォルダ", en: "the folder of the program")
    let around = try look(folder, place)
    if around.st_mode & S_ISVTX == 0 { try hold(around, place) }
    guard access(path, X_OK) == 0 else {
      throw .file(
        Bilingual(
          ja: "実行できません（`chmod u+x` で実行を許します）",
          en: "it is not executable (`chmod u+x` makes it so)"))
    }
  }

  static func folder(of path: String) -> String {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// Changes when the file does.
  static func signature(_ path: String) -> String {
    var info = stat()
    guard stat(path, &info) == 0 else { return "-" }
    return "\(info.st_ino).\(info.st_size).\(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)"
  }

  private static func look(_ path: String, _ what: Bilingual) throws(PluginFault) -> stat {
    var info = stat()
    guard stat(path, &info) == 0 else {
      throw .file(Bilingual(ja: "\(what.ja)がありません", en: "\(what.en) is not there"))
    }
    return info
  }

  private static func hold(_ info: stat, _ what: Bilingual) throws(PluginFault) {
    guard info.st_uid == geteuid() || info.st_uid == 0 else {
      throw .file(
        Bilingual(ja: "\(what.ja)がほかの人のものです", en: "\(what.en) belongs to somebody else"))
    }
    guard info.st_mode & (S_IWGRP | S_IWOTH) == 0 else {
      throw .file(
        Bilingual(
          ja: "\(what.ja)をほかの人が書き換えられます（`chmod go-w` で止めます）",
          en: "others may write to \(what.en) (`chmod go-w` stops that)"))
    }
  }
}
