import Dispatch

/// Where the tasks run that start programs and wait for their end. Not the runtime's few cooperative
/// threads: all of those may be waiting for a program just now.
final class ProgramThread: TaskExecutor {
  static let shared = ProgramThread()

  private let queue = DispatchQueue(label: "sasae.plugins")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
