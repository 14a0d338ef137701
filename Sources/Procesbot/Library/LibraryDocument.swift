public import Basics

/// One version of a work instruction: its text as it was read, what it says of itself, and its passages.
public struct LibraryDocument: Sendable {
    /// The path within the library, such as `routes/extern.md`.
    public let name: String
    public let title: String
    /// The words the document uses for its version, such as `1.0`.
    public let edition: String?
    /// SHA-256 of the file, in hexadecimal: the version that quotes stand in.
    public let hash: String
    public let owner: String?
    public private(set) var validFrom: Day?
    public private(set) var validTo: Day?
    /// For which zaaktypes and process steps it is meant; empty is for all.
    public internal(set) var zaaktypes: [String]
    public internal(set) var steps: [String]
    public let text: SourceText
    public let passages: [Passage]
    /// What it tests exactly, where it is a drawing or table of which the file is at hand.
    private(set) var logic: ModelLogic?

    /// Whether it is a drawing or a table that was written out, and not a text that people wrote to be read.
    public var isModel: Bool { DocumentForm.isModel(name) }

    /// Whether it is a drawing of a process.
    var isDrawing: Bool { DocumentForm(fileName: name) == .bpmn }

    /// The same document with another validity than it says of itself.
    public func valid(from: Day?, to: Day?) -> LibraryDocument {
        var document = self
        (document.validFrom, document.validTo) = (from, to)
        return document
    }

    /// The same with the tests of the file that its text was written from.
    public func knowing(file bytes: [UInt8]) -> LibraryDocument {
        guard isModel, let form = DocumentForm(fileName: name) else { return self }
        var document = self
        document.logic = ModelLogic(bytes, form)
        return document
    }

    /// Whether it may be cited on a day.
    public func isValid(on day: Day) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validTo, day > validTo { return false }
        return true
    }
}

/// The bytes that passages and quotes point into.
public struct SourceText: Sendable {
    public let bytes: [UInt8]

    public init(_ text: String) { bytes = Array(text.utf8) }

    /// How many pages are turned within some bytes.
    func turns(in range: Range<Int>) -> Int { bytes[range.clamped(to: bytes.indices)].count { $0 == 0x0C } }

    /// The word that stands before a place, on the same line; empty where there is none.
    func word(before place: Int) -> String {
        let before = bytes[max(0, place - 24)..<max(0, min(place, bytes.count))]
        let line = before.lastIndex(of: 0x0A).map { before[($0 + 1)...] } ?? before
        return line.split(separator: 0x20).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    public func quote(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
    }
}
