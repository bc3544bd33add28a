import Diagnostics
import Service
import Synchronization

/// The operations' schemas, each made when first asked for.
final class SchemaShelf: Sendable {
  private let language: Language
  private let made = Mutex<[String: OperationSchema]>([:])

  init(_ language: Language) { self.language = language }

  func schema(of operation: any Operation.Type) throws(SasaeError) -> OperationSchema {
    if let known = made.withLock({ $0[operation.name] }) { return known }
    let schema = try OperationSchema(of: operation, language)
    made.withLock { $0[operation.name] = schema }
    return schema
  }
}
