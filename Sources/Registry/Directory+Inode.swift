import Glibc

extension Directory {
  /// Tells a rebuilt index from the one that is open; 0 when there is none.
  static func inode(_ path: String) -> UInt64 {
    var info = stat()
    return stat(path, &info) == 0 ? UInt64(info.st_ino) : 0
  }
}
