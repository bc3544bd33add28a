import Diagnostics
import Foundation
import Lookup
import Model
@testable import Registry
import Synchronization
import Testing

@Suite struct ConcurrencyTests {
  /// Runs blocking work off the pool that tests share.
  private func onThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      Thread { continuation.resume(with: Result { try body() }) }.start()
    }
  }

  private final class Watch: Sendable {
    let isDone = Atomic(false)
    let asked = Atomic(0)
  }

  private static let batch = 25

  /// Batches come in whole. The first is big enough for the index to be built anew, beside the
  /// readers; the others follow.
  @Test func everyAnswerIsFromACommittedState() async throws {
    let office = try Office()
    let batch = Self.batch
    try office.bring((0..<batch).map { resource("first-\($0)") })
    let watch = Watch()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for reader in 0..<6 {
        // Some share the writer's directory, some are as other processes are.
        let directory = reader % 2 == 0 ? office.directory : office.reopened()
        group.addTask {
          try await onThread {
            var query = SearchQuery()
            query.text = "サロン"
            query.limit = 3
            query.exactTotal = true
            query.facets = [.kind]
            while !watch.isDone.load(ordering: .acquiring) {
              let result = try directory.search(query)
              #expect(result.total >= batch && result.total % batch == 0)
              #expect(result.hits.allSatisfy { $0.listing.name == "番町ふれあいサロン" })
              var seen = 0
              if reader < 2 {
                try directory.each(for: .public) { _ in seen += 1 }
                #expect(seen >= result.total && seen % batch == 0)
              }
              watch.asked.add(1, ordering: .relaxed)
            }
          }
        }
      }
      group.addTask {
        try await onThread {
          defer { watch.isDone.store(true, ordering: .releasing) }
          try office.bring((0..<1_050).map { resource("big-\($0)") }, source: "big")
          for round in 0..<12 {
            try office.bring((0..<batch).map { resource("\(round)-\($0)") }, source: "s\(round)")
          }
          try office.directory.rebuildIndex()
        }
      }
      try await group.waitForAll()
    }
    #expect(watch.asked.load(ordering: .relaxed) > 0)
    #expect(try office.directory.count() == 1_050 + 13 * batch)
    #expect(try office.directory.findings() == [])
  }

  @Test func writersWaitForEachOther() async throws {
    let office = try Office()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        let directory = office.reopened()
        group.addTask {
          try await onThread {
            for i in 0..<5 { _ = try directory.put(resource("w\(writer)-\(i)")) }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try office.directory.count() == 20)
    #expect(try office.changes().count == 20)
    #expect(try office.directory.findings() == [])
  }

  @Test func aWriterThatWillNotWaitIsToldWhoIsBusy() throws {
    let office = try Office()
    let workspace = office.directory.workspace
    let held = try WriteLock(workspace, patience: 0)
    let error = #expect(throws: SasaeError.self) {
      _ = try WriteLock(workspace, patience: 0)
    }
    #expect(error?.code == "workspace.busy")
    #expect(error?.entry.exit == .failed)
    #expect(error?.text(.en).contains(workspace.path) == true)
    // Reading needs no lock.
    #expect(try office.ids("サロン").isEmpty)
    _ = consume held
    #expect(try office.directory.put(resource("a")) == .added)
  }
}
