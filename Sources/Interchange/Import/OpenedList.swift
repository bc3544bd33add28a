import Diagnostics
import Glibc
import Model
import ReferenceData

/// Anything that yields the records of a list.
protocol ListReading: AnyObject {
  func next() throws -> ListRecord?
  /// Whose and which the next row is, without making a resource of it.
  func nextIdentity() throws -> ListIdentity?
}

/// A list that was opened and recognised by its content, ready to be read record by record.
public final class OpenedList {
  private let reader: any ListReading
  public let format: ListFormat
  public let path: String
  /// What garbled it, when it was mended on the way in, and how many characters were lost.
  public private(set) var mended: (kind: Mojibake, lost: Int)?
  /// What the document says of itself: attribution, source, licence.
  public private(set) var metadata: [String: String] = [:]
  /// Nil for native records.
  public var explanation: ListExplanation? { (reader as? TableList).map(ListExplanation.init) }

  /// - Parameters:
  ///   - path: A file's path; with `bytes`, only the name it is called by.
  ///   - bytes: The content, where it is not a file (standard input).
  public init(path: String, bytes: [UInt8]? = nil, choice: ListChoice) throws(SasaeError) {
    self.path = path
    do {
      var source = try bytes.map { .bytes($0) } ?? ByteSource(path: path)
      var kind = try ContentSniffer.sniff(&source)
      if case .mojibake(let garbling) = kind {
        guard garbling != .utf8AsCP932 || !choice.mendsMojibake else {
          throw SasaeError("import.unmendable", ["kind": garbling.words])
        }
        guard choice.mendsMojibake else {
          throw SasaeError("import.mojibake", ["kind": garbling.words])
        }
        guard let whole = try source.wholeBytes(limit: Self.maxWholeBytes) else {
          throw SasaeError("import.too-large", ["limit": "\(Self.maxWholeBytes >> 20)"])
        }
        guard let text = garbling.mended(whole) else {
          throw SasaeError("import.unmendable", ["kind": garbling.words])
        }
        mended = (garbling, text.lost)
        source = .bytes(text.bytes)
        kind = try ContentSniffer.sniff(&source)
      }
      switch kind {
      case .table(let encoding, let delimiter):
        let rows = DelimitedSource(
          TableReader(source: source, encoding: encoding, delimiter: delimiter))
        let list = try TableList(rows, file: path, choice: choice)
        format = ListFormat(
          format: delimiter == 0x09 ? "tsv" : "csv", mapping: list.columns.mapping.name,
          encoding: encoding.rawValue)
        reader = list
      case .ndjson(let encoding):
        let head = try source.peek().bytes
        if ForeignLines.are(head), let lines = try source.wholeBytes(limit: Self.maxWholeBytes) {
          let list = try TableList(
            JSONSource(try ForeignLines.table(lines, encoding)), file: path, choice: choice)
          format = ListFormat(
            format: "ndjson", mapping: list.columns.mapping.name, encoding: encoding.rawValue)
          reader = list
          break
        }
        format = ListFormat(format: "ndjson", mapping: "native", encoding: encoding.rawValue)
        reader = NativeList(source: source, encoding: encoding)
      case .jsonArray(let encoding), .jsonObject(let encoding):
        guard let whole = try source.wholeBytes(limit: Self.maxWholeBytes) else {
          throw SasaeError("import.too-large", ["limit": "\(Self.maxWholeBytes >> 20)"])
        }
        let document = try JSONDocument(whole, encoding: encoding, path: path, choice: choice)
        format = document.format
        metadata = document.metadata
        reader = document.reader
      default: throw Refusal.error(kind)
      }
    } catch let error as SasaeError {
      throw error.located(file: path)
    } catch let error as TableError {
      throw Self.failure(error, path)
    } catch {
      throw SasaeError("internal", ["detail": "\(type(of: error))"])
    }
  }

  /// Rows whose addresses are asked whose list it is.
  public static let placesAsked = 1_000

  /// A document that must be read as a whole may have this many bytes.
  static let maxWholeBytes = 128 << 20

  public func next() throws(SasaeError) -> ListRecord? { try located { try reader.next() } }

  /// Whose and which the next row is; nil at the end, and at once for native records.
  public func nextIdentity() throws(SasaeError) -> ListIdentity? {
    try located { try reader.nextIdentity() }
  }

  private func located<T>(_ body: () throws -> T) throws(SasaeError) -> T {
    do {
      return try body()
    } catch let error as SasaeError {
      throw error.located(file: path)
    } catch let error as TableError {
      throw Self.failure(error, path)
    } catch {
      throw SasaeError("internal", ["detail": "\(type(of: error))"])
    }
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
}

extension Mojibake {
  /// What happened to the text, for messages.
  public var words: Bilingual {
    switch self {
    case .cp932AsLatin1:
      Bilingual(ja: "Shift_JIS を欧文の文字コードとして読んだもの", en: "Shift_JIS that was read as Latin-1")
    case .utf8AsLatin1:
      Bilingual(ja: "UTF-8 を欧文の文字コードとして読んだもの", en: "UTF-8 that was read as Latin-1")
    case .utf8AsCP932:
      Bilingual(ja: "UTF-8 を Shift_JIS として読んだもの", en: "UTF-8 that was read as Shift_JIS")
    }
  }
}
