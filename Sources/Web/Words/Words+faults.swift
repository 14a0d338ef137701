import Basics

extension Words {
    /// What is wrong with a file, and what to do: in the reader's language where its words are known.
    func fault(_ flaw: Diagnostic) -> String {
        let sentence = text("faults.\(flaw.code)") ?? flaw.message
        let line = flaw.line.map { self("faults.line", ["n": number($0)]) }
        let place = [line, flaw.element].compactMap(\.self).joined(separator: ", ")
        return place.isEmpty ? sentence : "\(place): \(sentence)"
    }

    /// Why a line of a file was rejected; the code itself where it has no words.
    public func rejection(_ code: String) -> String { text("rejections.\(code)") ?? code }
}
