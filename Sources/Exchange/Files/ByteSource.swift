import Basics

/// Gives the next bytes of a file, and `nil` at its end.
public typealias ByteSource = () throws -> [UInt8]?

/// A file that can be read again from its start: once to check it, once to take it in.
public struct ImportFile {
    private let opening: () throws -> ByteSource

    /// `opening` starts reading at the first byte each time it is called.
    public init(opening: @escaping () throws -> ByteSource) { self.opening = opening }

    /// A file in memory, given in pieces.
    public init(_ bytes: [UInt8], piece: Int = 64 << 10) {
        opening = {
            var start = 0
            return {
                guard start < bytes.count else { return nil }
                let end = min(bytes.count, start + max(1, piece))
                defer { start = end }
                return Array(bytes[start..<end])
            }
        }
    }

    public init(_ text: String) { self.init(Array(text.utf8)) }

    /// The first bytes, at most `count`.
    public func head(_ count: Int) throws -> [UInt8] {
        let next = try opening()
        var bytes: [UInt8] = []
        while bytes.count < count, let piece = try next() { bytes += piece }
        return Array(bytes.prefix(count))
    }

    func open() throws(FileFault) -> ByteSource {
        do {
            return try opening()
        } catch {
            throw FileFault("file-unreadable", "the file could not be opened: \(error)")
        }
    }
}
