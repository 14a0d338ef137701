import CStemmer
import Synchronization

/// The Dutch Snowball stemmer, followed by a step that brings the forms of one verb together.
final class Stemmer: Sendable {
    private let handle: Mutex<Handle>

    init() { handle = Mutex(Handle()) }

    /// `ontruimd`, `ontruimen` and `ontruiming` have one root; so have `belt`, `bellen` and `gebeld`.
    func root(of word: String) -> String {
        guard word.utf8.count > 2, word.utf8.first.map({ $0 > 0x39 }) == true else { return word }
        if let noun = Root.ofNoun(word) { return noun }
        let word = Root.withoutInnerPrefix(StrongVerbs.infinitive(of: word))
        return Root.of(word, stem: handle.withLock { $0.stem(word) })
    }

    private struct Handle: ~Copyable {
        private let pointer = sb_stemmer_new("dutch", "UTF_8")

        deinit { sb_stemmer_delete(pointer) }

        func stem(_ word: String) -> String {
            guard let pointer else { return word }
            let bytes = Array(word.utf8)
            guard let stem = sb_stemmer_stem(pointer, bytes, Int32(bytes.count)) else { return word }
            let length = Int(sb_stemmer_length(pointer))
            return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
        }
    }
}
