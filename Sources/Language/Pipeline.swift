import Synchronization

/// A loaded spaCy pipeline: text in, tokens with tags, lemmas, parse, sentences and names out, the same as spaCy's.
///
/// It does not change; one is shared by all threads. The same text gives the same result on every thread, in every
/// order, and on every processor with the same `MatrixKernel`.
public final class Pipeline: Sendable {
    public let labels: AnalysisLabels
    /// The instructions that the matrix products use.
    public let kernel: MatrixKernel
    private let model: PipelineModel
    /// Workers that no thread has at the moment.
    private let idle = Mutex(Pool())

    private struct Pool: Sendable {
        var workers: [Worker] = []
        /// How many were made.
        var count = 0
    }

    /// The first workers remember more word forms than those of a machine with many cores.
    private static func rememberedForms(worker number: Int) -> Int { number < 2 ? 4096 : 1024 }

    /// Loads a pipeline directory: the one with `config.cfg` in it, as spaCy's `to_disk` writes it.
    ///
    /// The components that `config.cfg` names run, in its order, but for those it disables. Throws when a file cannot be
    /// read or is damaged, and when the pipeline has a part that cannot be run.
    public convenience init(directory: String) throws(LanguageError) {
        try self.init(directory: directory, kernel: .best)
    }

    /// The same with a kernel of one's choice, which the processor must support.
    public init(directory: String, kernel: MatrixKernel) throws(LanguageError) {
        guard kernel.isSupported else {
            throw .unsupported(part: "the kernel \(kernel)", problem: "this processor does not have its instructions")
        }
        (model, labels) = try PipelineLoader.load(directory, kernel: kernel)
        self.kernel = kernel
    }

    /// Analyses a whole text as one document. The text is valid UTF-8 of less than 2 GiB.
    public func analyse(_ text: [UInt8]) -> AnalysedText { analyse(text, parts: [0..<text.count]) }

    /// Analyses each part of a text (a headline, a paragraph) as a document of its own and joins the results:
    /// no sentence, name or arc crosses from one part into another; offsets count bytes of the whole text.
    ///
    /// Parts go upwards and do not overlap; they begin and end between code points.
    public func analyse(_ text: [UInt8], parts: [Range<Int>]) -> AnalysedText {
        var analysis = AnalysedText(labels: labels, text: text)
        let worker = takeWorker()
        text.withUnsafeBufferPointer { bytes in
            for part in parts where !part.isEmpty { worker.analyse(bytes, part, into: &analysis) }
        }
        idle.withLock { $0.workers.append(worker) }
        return analysis
    }

    private func takeWorker() -> Worker {
        let (worker, number) = idle.withLock { pool in
            if let worker = pool.workers.popLast() { return (Worker?.some(worker), 0) }
            pool.count += 1
            return (nil, pool.count - 1)
        }
        return worker ?? Worker(model, rememberedForms: Self.rememberedForms(worker: number))
    }
}
