import Assessment
import Diagnostics
import Searching
import Matching
import MatchingKit
import Model
import ReferenceData
import Registry

/// What an operation runs in: one workspace, its reference data, who is asking and in what language.
public struct Session: Sendable {
  public var directory: Directory
  public var shelf: ReferenceShelf
  public var language: Language
  /// Contacts above this are redacted.
  public var audience: Visibility
  /// Plugins of the program. Made when a match needs them, so that a search does not.
  public var plugins: [any MatchPlugin] { makePlugins() }
  private let makePlugins: @Sendable () -> [any MatchPlugin]
  /// Phrases that matches have read.
  let phrases = PhraseMemo()
  /// The tables of words that matches look into.
  let wordTables = WordTables()
  /// The tables in which needs are found.
  private let needs = NeedShelf()

  /// What finds needs in texts, with the words a workspace adds.
  func needDetector() throws(SasaeError) -> NeedDetector {
    try needs.detector(try shelf.library(), adding: directory.workspace.lexicon)
  }

  /// The instruments, as they were read.
  private let forms = InstrumentMemo()

  /// The bundled instruments, and those of the workspace's own `instruments/`.
  public func instruments() throws(SasaeError) -> InstrumentShelf {
    try forms.shelf(try shelf.library(), own: directory.workspace.instruments)
  }

  /// Other programs that judge too, as the workspace's `plugins.tsv` names them.
  public var externalPlugins: @Sendable () throws(SasaeError) -> [any MatchPlugin] = { [] }
  /// The day it is in Japan.
  public var today: CalendarDate
  /// Told how far a long piece of work has come.
  public var progress: @Sendable (Progress) -> Void
  /// Asked now and then during long work: whether nobody wants it any more.
  public var isCancelled: @Sendable () -> Bool = { false }

  /// Whether paths come from a program elsewhere: then they name plain files only. A pipe could hold
  /// up every other request, and standard input belongs to the protocol.
  public var readsPlainFilesOnly = false

  /// Whether the answer may be made into text for people; otherwise only what was asked for need be
  /// read.
  public var rendersText = true

  func permit(_ path: String) throws(SasaeError) {
    guard readsPlainFilesOnly, path == "-" || !FileBytes.isPlain(path) else { return }
    throw SasaeError("import.not-a-file", at: Position(file: path))
  }

  /// All that may judge: those of the program, then those of the workspace.
  func judges() throws(SasaeError) -> [any MatchPlugin] { plugins + (try externalPlugins()) }

  /// The reference data with the workspace's own profiles.
  func matchingLibrary() throws(SasaeError) -> ReferenceLibrary {
    try shelf.library().adding(profilesIn: directory.workspace.profiles)
  }

  /// Ends work that was cancelled. To be called where nothing was committed yet.
  public func goOn() throws(SasaeError) {
    if isCancelled() { throw SasaeError("wire.cancelled") }
  }

  public struct Progress: Sendable {
    public enum Phase: Sendable {
      case reading, indexing, writing, checking
    }
    public var phase: Phase
    /// The file being read.
    public var subject: String
    public var done: Int
    /// Nil while it is not known.
    public var total: Int?

    public init(phase: Phase, subject: String, done: Int, total: Int?) {
      self.phase = phase
      self.subject = subject
      self.done = done
      self.total = total
    }
  }

  public init(
    workspace: Workspace, dataFolder: String, language: Language, audience: Visibility,
    plugins: @escaping @autoclosure @Sendable () -> [any MatchPlugin], today: CalendarDate,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    shelf = ReferenceShelf(folder: dataFolder, own: workspace.taxonomy)
    directory = Directory(workspace, shelf: shelf)
    self.language = language
    self.audience = audience
    makePlugins = plugins
    self.today = today
    self.progress = progress
    hearIndexing()
  }

  /// Has this session's progress told of the indexing, of all sessions that share its directory.
  public func hearIndexing() {
    let progress = progress
    directory.tellIndexing { done, total in
      progress(Progress(phase: .indexing, subject: "", done: done, total: total))
    }
  }
}

/// JSON as operations read and write it.
public enum OperationJSON {
  /// The output as JSON: sorted keys, so that equal answers are equal bytes.
  public static func text(_ output: some Encodable, pretty: Bool = false) throws(SasaeError)
    -> String
  {
    String(decoding: try bytes(output, pretty: pretty), as: UTF8.self)
  }

  public static func bytes(
    _ output: some Encodable, pretty: Bool = false
  ) throws(SasaeError) -> [UInt8] {
    if !pretty, let brief = (output as? any BrieflyEncoded)?.briefJSON { return brief }
    do {
      return try CanonicalJSON.bytes(output, pretty: pretty)
    } catch {
      throw SasaeError("internal", ["detail": "encoding"])
    }
  }

  /// JSON with a member a line.
  public static func pretty(_ json: [UInt8]) throws(SasaeError) -> String {
    do {
      return try CanonicalJSON.encode(
        try CanonicalJSON.decode(JSONValue.self, from: json), pretty: true)
    } catch {
      throw SasaeError("internal", ["detail": "encoding"])
    }
  }

  /// An input from JSON; every fault as one of ours.
  public static func input<T: Decodable>(_ type: T.Type, from text: String) throws(SasaeError) -> T
  {
    try input(type, from: Array(text.utf8))
  }

  /// The same from bytes.
  public static func input<T: Decodable>(_: T.Type, from bytes: [UInt8]) throws(SasaeError) -> T {
    // An input without members would read from a list or a number too.
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard first == UInt8(ascii: "{") else {
      throw SasaeError(
        "usage.request",
        ["detail": Bilingual(ja: "JSON オブジェクトではありません", en: "not a JSON object")])
    }
    do {
      return try CanonicalJSON.decode(T.self, from: bytes)
    } catch let error as SasaeError {
      throw error
    } catch let error as DecodingError {
      throw SasaeError("usage.request", ["detail": Self.detail(error)])
    } catch {
      throw SasaeError("usage.request", ["detail": "\(type(of: error))"])
    }
  }

  /// What a type is called in JSON; nil where it is not plain.
  private static func name(of type: any Any.Type) -> Bilingual? {
    switch type {
    case is String.Type: Bilingual(ja: "文字列", en: "a text")
    case is Bool.Type: Bilingual(ja: "true か false", en: "true or false")
    case is Int.Type, is Int64.Type: Bilingual(ja: "整数", en: "an integer")
    case is Double.Type: Bilingual(ja: "数", en: "a number")
    case is [String: Any].Type: Bilingual(ja: "オブジェクト", en: "an object")
    case is [Any].Type: Bilingual(ja: "配列", en: "a list")
    default: nil
    }
  }

  private static let expectation = "expected: "

  /// Names the member, never its value: a request may hold a person's data.
  private static func detail(_ error: DecodingError) -> Bilingual {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.reduce("") { path, key in
        key.intValue.map { path + "[\($0)]" } ?? (path.isEmpty ? "" : path + ".") + key.stringValue
      }
    }
    switch error {
    case .keyNotFound(let key, let context):
      let name = [path(context), key.stringValue].filter { !$0.isEmpty }.joined(separator: ".")
      return Bilingual(ja: "「\(name)」がありません", en: "'\(name)' is missing")
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      let wanted = Self.name(of: type)
      return Bilingual(
        ja: "「\(path(context))」の型が違います\(wanted.map { "（\($0.ja)を渡します）" } ?? "")",
        en: "'\(path(context))' has the wrong type\(wanted.map { ": wanted \($0.en)" } ?? "")")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      return Bilingual(ja: "JSON ではありません", en: "not valid JSON")
    case .dataCorrupted(let context) where context.debugDescription.hasPrefix(expectation):
      // Of a word of ours, which says what it takes and not what it was given.
      let words = context.debugDescription.dropFirst(expectation.count)
      return Bilingual(
        ja: "「\(path(context))」の値は使えません（\(words)）",
        en: "the value of '\(path(context))' can't be used (\(words))")
    case .dataCorrupted(let context):
      return Bilingual(
        ja: "「\(path(context))」の値は使えません", en: "the value of '\(path(context))' can't be used")
    @unknown default: return Bilingual(ja: "JSON", en: "JSON")
    }
  }
}
