import Assessment
import Diagnostics
import JapaneseText

/// Blank forms and results on paper (A4, large type), as HTML.
public struct AssessmentPage {
  let instrument: Instrument
  let language: Language
  private let furigana: Furigana?

  /// - Parameter furigana: Whether kanji get their readings; in Japanese only.
  public init(
    _ id: String, furigana: Bool, in session: Session
  ) throws(SasaeError) {
    instrument = try session.instruments().instrument(id)
    language = session.language
    self.furigana =
      furigana && session.language == .ja ? Furigana(known: instrument.readings) : nil
  }

  func say(_ ja: String, _ en: String) -> String { text(language == .ja ? ja : en) }

  /// A text of ours, escaped, with readings where they are wanted.
  func text(_ text: String) -> String {
    guard let furigana else { return SearchHTML.escape(text) }
    return furigana.pieces(of: text).map { piece in
      let base = SearchHTML.escape(piece.text)
      return piece.reading.map { "<ruby>\(base)<rt>\(SearchHTML.escape($0))</rt></ruby>" } ?? base
    }.joined()
  }

  /// Head and end of every page.
  func page(_ title: Bilingual, _ body: String) -> String {
    let label = instrument.label(language)
    return """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(SearchHTML.escape(label + " " + title(language)))</title>
      <style>
      @page { size: A4; margin: 14mm }
      body { font: 15pt/\(furigana == nil ? "1.6" : "2.1") "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif; color: #000; max-width: 182mm; margin: 0 auto }
      h1 { font-size: 20pt; margin: 0 0 2mm; border-bottom: 2px solid #000 }
      h2 { font-size: 16pt; margin: 5mm 0 1mm; break-after: avoid }
      rt { font-size: 7.5pt }
      p { margin: 1mm 0 }
      .head { display: flex; gap: 8mm }
      .line { border-bottom: 1px solid #000; flex: 1; min-width: 30mm; display: inline-block }
      .item { break-inside: avoid; border-top: 1px solid #999; padding: 1.5mm 0 }
      .answers { margin: 1mm 0 0 9mm }
      .answers span { margin-right: 7mm; white-space: nowrap }
      .write { border-bottom: 1px solid #999; height: 9mm; margin: 0 0 0 9mm }
      table { border-collapse: collapse; width: 100% }
      th, td { border: 1px solid #666; padding: 1mm 2mm; text-align: left; vertical-align: top }
      .small, footer { font-size: 11pt }
      footer { margin-top: 5mm; border-top: 1px solid #000 }
      @media print { a { color: inherit } }
      </style>
      <h1>\(text(label))</h1>
      \(body)<footer><p>\(text(AssessmentWords(language: language).source + instrument.source(language)))</p>
      <p>\(text(AssessmentWords(language: language).wording(instrument.wording)))</p>
      \(instrument.caution.map { "<p>\(text($0(language)))</p>\n" } ?? "")</footer>
      </html>

      """
  }
}
