import Foundation
import ReferenceData
import TestSupport

/// A small `Data/` folder of a test's own, sound until one file is replaced.
struct DataCopy {
  let folder: TemporaryFolder

  static let needs = """
    code\tlabel_ja\tlabel_en\tkana\tsynonyms\tparent
    LIV\t生活\tLife\tせいかつ\t\t
    LIV-TRASH\tごみ出し\tRubbish\tごみだし\tゴミ捨て\tLIV
    """
  static let categories = """
    code\tlabel_ja\tlabel_en\tkana\tsynonyms\tparent\tmodes
    S\t利用する資源\tServices\tりようするしげん\t\t\t
    S-HOME\t訪問の生活支援\tHome help\tほうもん\tヘルパー\tS\tvisit
    A\t参加する資源\tActivities\tさんか\t\t\tvenue
    """
  static let map = """
    need\tcategory\tweight\tsource
    LIV-TRASH\tS-HOME\t1.0\texpert
    """
  static let words = """
    word\tcategory\tsure\tnote
    ヘルパー\tS-HOME\t1\t
    サロン\tA\t0\t
    """
  static let access = """
    code\tlabel_ja\tlabel_en\twords
    wheelchair\t車椅子可\twheelchair users\t車椅子可
    """
  static let rides = """
    category\tto\tfetching\tby_route
    S-HOME\tA\t\t
    """
  static let mapping = """
    # requires: name
    field\theadings
    name\t名称;施設名
    phone\t電話番号
    """
  static let profile = """
    plugin\tweight\thard
    need-fit\t1\tno
    """

  init(_ path: String? = nil, _ content: [UInt8] = []) throws {
    folder = try TemporaryFolder()
    for name in ["taxonomy", "mappings", "profiles"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    }
    for (name, text) in [
      ("taxonomy/needs.tsv", Self.needs), ("taxonomy/resource-categories.tsv", Self.categories),
      ("taxonomy/need-resource-map.tsv", Self.map), ("taxonomy/category-words.tsv", Self.words),
      ("taxonomy/access.tsv", Self.access), ("taxonomy/rides.tsv", Self.rides),
      ("mappings/list.tsv", Self.mapping),
      ("profiles/plain.tsv", Self.profile),
    ] {
      try write(name, Array(text.utf8))
    }
    if let path { try write(path, content) }
  }

  func write(_ path: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: folder.path + "/" + path))
  }

  func library() throws -> ReferenceLibrary { try ReferenceLibrary(folder: folder.path) }
}
