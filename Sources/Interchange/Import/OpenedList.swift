import Diagnostics
import Foundation
import Model
import ReferenceData

/// Anything that yields the records of a list.
protocol ListReading: AnyObject {
  func next() throws -> ListRecord?
}

/// A list that was opened and recognised by its content, ready to be read record by record.
public final class OpenedList {
  private let reader: any ListReading
  public let format: ListFormat
  public let path: String

  /// - Parameters:
  ///   - path: A file's path; with `bytes`, only the name it is called by.
  ///   - bytes: The content, where it is not a file (standard input).
  ///   - mapping: The mapping to use; nil finds the one that fits.
  public init(
    path: String, bytes: [UInt8]? = nil, mapping: String?, library: ReferenceLibrary
  ) throws(SasaeError) {
    self.path = path
    do {
      var source = try Self.source(path, bytes)
      let kind = try ContentSniffer.sniff(&source)
      switch kind {
      case .table(let encoding, let delimiter):
        let list = try TableList(
          source: source, encoding: encoding, delimiter: delimiter, file: path,
          mapping: try mapping.map { try library.mapping($0) }, library: library)
        format = ListFormat(
          format: delimiter == 0x09 ? "tsv" : "csv", mapping: list.columns.mapping.name,
          encoding: encoding.rawValue)
        reader = list
      case .ndjson(let encoding), .jsonObject(let encoding):
        format = ListFormat(format: "ndjson", mapping: "native", encoding: encoding.rawValue)
        reader = NativeList(source: source, encoding: encoding)
      default: throw Self.refusal(kind)
      }
    } catch let error as SasaeError {
      throw error.located(file: path)
    } catch let error as TableError {
      throw Self.failure(error, path)
    } catch {
      throw SasaeError("internal", ["detail": "\(type(of: error))"])
    }
  }

  public func next() throws(SasaeError) -> ListRecord? {
    do {
      return try reader.next()
    } catch let error as SasaeError {
      throw error.located(file: path)
    } catch let error as TableError {
      throw Self.failure(error, path)
    } catch {
      throw SasaeError("internal", ["detail": "\(type(of: error))"])
    }
  }

  private static func source(_ path: String, _ bytes: [UInt8]?) throws -> ByteSource {
    if let bytes { return .bytes(bytes) }
    return try ByteSource(path: path)
  }

  private static func failure(_ error: TableError, _ path: String) -> SasaeError {
    let at = Position(file: path)
    switch error {
    case .missing: return SasaeError("import.file-missing", at: at)
    case .isDirectory: return SasaeError("import.directory", ["path": "\(path)"], at: at)
    case .unreadable(let number):
      return SasaeError(
        "import.unreadable", ["detail": "\(String(cString: strerror(number)))"], at: at)
    case .lineTooLong(let limit):
      return SasaeError("import.line-too-long", ["limit": "\(limit)"], at: at)
    case .encodingUnavailable(let encoding):
      return SasaeError("import.unreadable", ["detail": "\(encoding.rawValue)"], at: at)
    }
  }

  /// What a file is that can't be imported, and what to do about it.
  private static func refusal(_ kind: ContentKind) -> SasaeError {
    func not(_ ja: String, _ en: String, _ adviceJa: String, _ adviceEn: String) -> SasaeError {
      SasaeError(
        "import.not-a-table",
        ["kind": Bilingual(ja: ja, en: en), "advice": Bilingual(ja: adviceJa, en: adviceEn)])
    }
    switch kind {
    case .empty: return SasaeError("import.empty")
    case .mojibake: return SasaeError("import.mojibake")
    case .html:
      return not(
        "Web ページ（HTML）", "a web page (HTML)",
        "ページの中の表をコピーして `sasae import -` に貼り付けるか、CSV の本体を取り直してください",
        "copy the table on the page and paste it into `sasae import -`, or fetch the CSV itself")
    case .xlsx:
      return not(
        "Excel のファイル（.xlsx）", "an Excel workbook (.xlsx)",
        "Excel で「名前を付けて保存」→「CSV UTF-8」を選び、できた CSV を取り込んでください",
        "in Excel choose Save As → CSV UTF-8 and import that file")
    case .zip, .gzip:
      return not(
        "圧縮ファイル", "a compressed file", "展開してから取り込んでください", "unpack it first")
    case .pdf:
      return not(
        "PDF", "a PDF", "元の表（Excel・CSV）をもらうか、表をコピーして `sasae import -` に貼り付けてください",
        "ask for the table behind it, or copy the table and paste it into `sasae import -`")
    case .jsonArray:
      return not(
        "JSON の配列", "a JSON array", "一行に一件の NDJSON にしてください（例 `jq -c '.[]'`）",
        "make it one object a line (such as `jq -c '.[]'`)")
    default:
      return not(
        "表でも NDJSON でもないファイル", "a file that is neither a table nor NDJSON",
        "CSV・TSV・NDJSON を指定してください", "give CSV, TSV or NDJSON")
    }
  }
}
