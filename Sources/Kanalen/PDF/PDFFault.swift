/// Why no PDF was made.
public enum PDFFault: Error, Hashable, Sendable {
    /// The renderer is not on this machine; Debian's package is `weasyprint`.
    case notInstalled(program: String)
    case timedOut(seconds: Int)
    /// The document would fetch something from elsewhere.
    case opensOutside([String])
    /// The renderer stopped with this exit code and these words.
    case failed(code: Int, words: String)
    /// The renderer gave something that is no PDF, or more than a letter can be.
    case notAPDF
}
