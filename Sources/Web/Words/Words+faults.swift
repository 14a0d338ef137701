import Basics

extension Words {
    /// A sentence of a reader, check or engine in the reader's language; English where the table has no words for it.
    func callAsFunction(_ phrase: Phrase) -> String { phrase.said { text("findings.\($0)") } }

    /// A type of the decision language (DMN 1.5, 10.3.2.2) as people call it; one of the table's own by its name.
    func feelType(_ name: String) -> String { text("findings.a \(name)") ?? name }

    /// What is wrong with a file, and what to do: in the reader's language where its words are known.
    func fault(_ flaw: Diagnostic) -> String {
        let sentence = sentence(of: flaw)
        let line = flaw.line.map { self("faults.line", ["n": number($0)]) }
        let place = [line, flaw.element].compactMap(\.self).joined(separator: ", ")
        return place.isEmpty ? sentence : "\(place): \(sentence)"
    }

    /// What is wrong, without where.
    func sentence(of flaw: Diagnostic) -> String { text("faults.\(flaw.code)") ?? self(flaw.message) }

    /// Why a line of a file was rejected; the code itself where it has no words.
    public func rejection(_ code: String) -> String { text("rejections.\(code)") ?? code }
}
