import Diagnostics
import Foundation
import Model
import TextIndex
import Testing

@Suite("Writing an index")
struct WritingTests {
  @Test("and finding what was written, changed and deleted")
  func lifeOfADocument() throws {
    let index = try SmallIndex()
    try index.write(fresh: true) { writer in
      try writer.put(1, "サロン番町")
      try writer.put(2, "食堂")
      try writer.setMetadata("stamp", "ngram-1")
    }
    #expect(try index.found(.term("さろ")) == [1])
    let reader = try index.reader()
    #expect(try reader.count() == 2 && reader.documentIDs() == [1, 2])
    #expect(try reader.metadata("stamp") == "ngram-1" && reader.metadata("other") == nil)
    #expect(try reader.listing(2)?.name == "食堂" && reader.listing(3) == nil)

    try index.write { writer in
      try writer.put(1, "碁会")
      try writer.delete(2)
      try writer.delete(99)  // what is not there may go
    }
    // The old words of a changed document find it no more.
    #expect(try index.found(.term("さろ")).isEmpty && index.found(.term("碁会")) == [1])
    #expect(try index.found(.term("食堂")).isEmpty)
    // The open reader still answers from its revision until it is told to move on.
    #expect(try reader.count() == 2)
    try reader.refresh()
    #expect(try reader.count() == 1 && reader.documentIDs() == [1] && reader.listing(2) == nil)
  }

  @Test("afresh throws the old one away")
  func fresh() throws {
    let index = try SmallIndex()
    try index.write { try $0.put(1, "サロン") }
    try index.write(fresh: true) { try $0.put(2, "食堂") }
    #expect(try index.reader().documentIDs() == [2])
  }

  @Test("leaves nothing of a document behind in a reused one")
  func reset() throws {
    let index = try SmallIndex()
    try index.write { writer in
      var document = IndexDocument()
      document.addText("サロン", weight: 1)
      document.addTerm(Term.kind(.join))
      document.setNumber(.costMin, 100)
      document.setData(ListingCodec.encode(Listing(id: "a", name: "a")))
      try writer.put(1, &document)
      document.reset()
      try writer.put(2, &document)
    }
    #expect(try index.found(.everything) == [1, 2])
    #expect(try index.found(.term("さろ")) == [1] && index.found(.term("XKjoin")) == [1])
    #expect(try index.found(.atLeast(slot: .costMin, 0)) == [1])
    #expect(try index.reader().listing(2)?.id == "")
  }

  @Test("takes terms of any length")
  func longTerms() throws {
    let index = try SmallIndex()
    let word = String(repeating: "a", count: 5_000)
    let tag = Term.tag(String(repeating: "長", count: 500))
    try index.write { writer in
      try writer.put(1, "サロン") { document in
        document.addText(word + " " + String(repeating: "é", count: 500), weight: 1)
        document.addTerm(tag)
        document.setText(.area, String(repeating: "町", count: 2_000))
      }
      try writer.put(2, "食堂")
    }
    // The same cut is made on both sides.
    #expect(try index.found(.term(tag)) == [1])
    #expect(try index.found(.term(String(repeating: "a", count: 60))) == [1])
    #expect(try index.found(.term(word)).isEmpty)
  }

  @Test("counts a great weight without overflow")
  func greatWeights() throws {
    let index = try SmallIndex()
    try index.write { writer in
      try writer.put(1, "") { $0.addText("碁 碁 碁", weight: 1_000_000) }
      try writer.put(2, "碁")
    }
    #expect(try index.found(.term("碁")).first == 1)
  }

  @Test("is for one at a time")
  func twoWriters() throws {
    let index = try SmallIndex()
    let first = try IndexWriter(path: index.path, fresh: false)
    let error = #expect(throws: SasaeError.self) { try index.write { _ in } }
    #expect(error?.code == "workspace.busy")
    #expect(error?.text(.en).contains(index.path) == true)
    try first.put(1, "サロン")
    try first.commit()
    #expect(try index.reader().count() == 1)
  }

  @Test("is open to the next one when the first is done")
  func afterwards() throws {
    let index = try SmallIndex()
    try index.write { try $0.put(1, "サロン") }
    try index.write { try $0.put(2, "食堂") }
    #expect(try index.reader().count() == 2)
  }

  @Test("that is not there, or is none, is an error of the index")
  func missing() throws {
    let index = try SmallIndex()
    let missing = #expect(throws: SasaeError.self) { try index.reader() }
    #expect(missing?.code == "workspace.index")
    let place = index.folder.path + "/no/such/folder"
    let writer = #expect(throws: SasaeError.self) {
      _ = try IndexWriter(path: place, fresh: true)
    }
    #expect(writer?.code == "workspace.index")
    try Data("no stub file\n".utf8).write(to: URL(filePath: index.path))
    let junk = #expect(throws: SasaeError.self) { try index.reader() }
    #expect(junk?.code == "workspace.index")
  }

  @Test("put in the place of another serves at once")
  func exchange() throws {
    let old = try SmallIndex()
    let new = try SmallIndex()
    try old.write { try $0.put(1, "サロン") }
    try new.write(fresh: true) { try $0.put(2, "食堂") }
    #expect(IndexSwap.exchange(fresh: new.path, path: old.path))
    #expect(try old.reader().documentIDs() == [2] && new.reader().documentIDs() == [1])
    // With nothing to change places with, it moves.
    let place = old.folder.path + "/elsewhere"
    #expect(IndexSwap.exchange(fresh: old.path, path: place))
    #expect(try IndexReader(path: place).documentIDs() == [2])
    #expect(!IndexSwap.exchange(fresh: old.path, path: place))
  }
}
