import Diagnostics

extension Connection {
  private enum Parsed {
    case message(Message)
    /// Nil for more members than a batch may have.
    case batch([JSONSlice]?)
  }

  /// One line: a message, or a batch of them. With `mayStay`, a call that may run now is given back:
  /// it has a place in the lanes and is the caller's to run.
  func take(_ line: [UInt8], _ handler: some RequestHandler, mayStay: Bool) -> Call? {
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return nil }
    do throws(JSONFault) {
      switch try Self.parse(line) {
      case .message(let message):
        return take(message, line.count, handler, mayStay: mayStay) { [writer] message in
          if let message { writer.send(message) }
        }
      case .batch(let members): take(batch: members, handler)
      }
    } catch {
      send(error: SasaeError("wire.parse", ["detail": Self.detail(error)]), to: .null)
    }
    return nil
  }

  func run(_ call: Call) {
    writer.waitForRoom()
    call.run()
  }

  private static func parse(_ line: [UInt8]) throws(JSONFault) -> Parsed {
    try JSONSlice.withScanner(line) { scanner throws(JSONFault) in
      scanner.skipBlanks()
      guard scanner.byte == 0x5B else {
        let (kind, range) = try scanner.value()
        try scanner.end()
        return .message(Message(JSONSlice(kind: kind, line, range)))
      }
      var members: [JSONSlice]? = []
      try scanner.children(depth: 1) { _, kind, range in
        members?.append(JSONSlice(kind: kind, line, range))
        if members?.count ?? 0 > Batch.maximumMembers { members = nil }
      }
      try scanner.end()
      return .batch(members)
    }
  }

  /// Where it stopped being JSON, never what stood there.
  private static func detail(_ fault: JSONFault) -> Bilingual {
    switch fault.kind {
    case .syntax: Bilingual(ja: "\(fault.offset + 1) バイト目", en: "at byte \(fault.offset + 1)")
    case .encoding:
      Bilingual(
        ja: "\(fault.offset + 1) バイト目が UTF-8 の文字ではありません",
        en: "no UTF-8 character at byte \(fault.offset + 1)")
    case .depth:
      Bilingual(
        ja: "入れ子が \(JSONScanner.maximumDepth) 段を超えています",
        en: "nested deeper than \(JSONScanner.maximumDepth)")
    }
  }

  private func take(batch members: [JSONSlice]?, _ handler: some RequestHandler) {
    guard let members else {
      send(
        error: SasaeError("wire.batch-too-long", ["limit": "\(Batch.maximumMembers)"]), to: .null)
      return
    }
    guard !members.isEmpty else {
      let fault = Bilingual(ja: "空でない配列", en: "an array that is not empty")
      send(error: SasaeError("wire.invalid-request", ["detail": fault]), to: .null)
      return
    }
    let batch = Batch(members.count, tooLong: tooLarge.message(to: .null) ?? []) { [writer] in
      writer.send($0)
    }
    for (place, member) in members.enumerated() {
      let message = Message(member)
      var id: RequestID?
      if case .request(let request) = message { id = request.id }
      let known = id
      let settle: @Sendable ([UInt8]?) -> Void = { [self] answer in
        batch.settle(place, answer) { known.flatMap { tooLarge.message(to: $0) } }
      }
      switch message {
      case .request(let request) where request.id == nil:
        _ = take(message, member.count, handler, mayStay: false) { _ in }
        settle(nil)
      case .ignored: settle(nil)
      default: _ = take(message, member.count, handler, mayStay: false, settle)
      }
    }
  }

  private func take(
    _ message: Message, _ bytes: Int, _ handler: some RequestHandler, mayStay: Bool,
    _ send: @escaping @Sendable ([UInt8]?) -> Void
  ) -> Call? {
    switch message {
    case .ignored: break
    case .invalid(let id, let error):
      send(Answer.error(WireError(error, language)).message(to: id))
    case .request(let request):
      return dispatch(request, bytes, handler, mayStay: mayStay, send)
    }
    return nil
  }

  private func dispatch(
    _ request: Request, _ bytes: Int, _ handler: some RequestHandler, mayStay: Bool,
    _ send: @escaping @Sendable ([UInt8]?) -> Void
  ) -> Call? {
    guard request.id != nil || !request.method.hasPrefix("notifications/") else {
      if request.method == "notifications/cancelled" {
        cancel(request, handler)
      } else {
        handler.notice(request)
      }
      return nil
    }
    let call = Call(request) { [self] call, answer in
      leave(call)
      // Only now, or the end of the input would overtake the last answers.
      defer { end(bytes) }
      guard let id = request.id else { return }
      // In a batch even silence must be settled.
      let message = answer.message(to: id)
      let isTooLong = (message?.count ?? 0) > Answer.maximumBytes
      send(isTooLong ? tooLarge.message(to: id) : message)
    }
    guard begin(call, bytes) else {
      let error = WireError(SasaeError("wire.duplicate-id"), language)
      send(request.id.flatMap { Answer.error(error).message(to: $0) })
      return nil
    }
    switch handler.receive(call) {
    case .now(let answer): call.finish(answer)
    case .open:
      if let id = request.id { inFlight.withLock { _ = $0.open.insert(id) } }
    case .later(let lane, let work):
      call.hold(work)
      if mayStay, lane == .shared, lanes.enter() { return call }
      // A call that is cancelled while it waits leaves the book, and nothing of it stays here.
      lanes.submit(lane) { [writer, weak call] in
        writer.waitForRoom()
        call?.run()
      }
    }
    return nil
  }

  /// What stands for an answer that is longer than a message may be.
  private var tooLarge: Answer {
    .error(WireError(SasaeError("wire.answer-too-large"), language))
  }

  /// Enters a call into the book; false when its id is there already.
  private func begin(_ call: Call, _ bytes: Int) -> Bool {
    inFlight.withLock { state in
      if let id = call.request.id, id != .null {
        guard state.calls[id] == nil else { return false }
        state.calls[id] = call
      } else {
        state.anonymous[ObjectIdentifier(call)] = call
      }
      state.bytes += bytes
      return true
    }
  }

  /// Frees the id: whoever has the answer may use it again.
  private func leave(_ call: Call) {
    inFlight.withLock { state in
      if let id = call.request.id, id != .null {
        state.calls[id] = nil
        state.open.remove(id)
      } else {
        state.anonymous[ObjectIdentifier(call)] = nil
      }
      state.leaving += 1
    }
  }

  private func end(_ bytes: Int) {
    inFlight.withLock { state in
      state.leaving -= 1
      state.bytes -= bytes
    }
    ended.signal()
  }

  private func cancel(_ notification: Request, _ handler: some RequestHandler) {
    guard let slice = notification.params?["requestId"], let id = RequestID(slice),
      let call = inFlight.withLock({ $0.calls[id] })
    else { return }
    if call.cancel() { call.finish(handler.answer(toCancelled: call.request)) }
  }

  func send(error code: ErrorCode) { send(error: SasaeError(code), to: .null) }

  func send(error: SasaeError, to id: RequestID) {
    if let message = Answer.error(WireError(error, language)).message(to: id) {
      writer.send(message)
    }
  }
}
