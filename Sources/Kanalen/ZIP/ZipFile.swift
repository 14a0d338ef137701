public import Basics
import CArchive

/// A ZIP of files by name (libarchive); the same files and moment give the same bytes.
public struct ZipFile: Sendable {
    public struct Entry: Sendable {
        /// With slashes for folders.
        public let name: String
        public let bytes: [UInt8]

        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    public let entries: [Entry]
    public let moment: Moment

    public init(_ entries: [Entry], at moment: Moment) {
        self.entries = entries
        self.moment = moment
    }

    /// The file; throws when it cannot be packed.
    public func bytes() throws(ZipFault) -> [UInt8] {
        var packed: UnsafeMutablePointer<UInt8>?
        var length = 0
        let code = lend(0, []) { ontknoop_zip($0, entries.count, Int(moment.milliseconds / 1_000), &packed, &length) }
        guard code == 0, let packed else { throw ZipFault(code: code) }
        defer { ontknoop_zip_free(packed) }
        return Array(UnsafeBufferPointer(start: packed, count: length))
    }

    /// Lends each entry to C in turn, for the time of one call.
    private func lend(
        _ index: Int, _ ready: [ontknoop_zip_entry], _ body: (UnsafePointer<ontknoop_zip_entry>?) -> Int32
    ) -> Int32 {
        guard index < entries.count else { return ready.withUnsafeBufferPointer { body($0.baseAddress) } }
        return entries[index].name.withCString { name in
            entries[index].bytes.withUnsafeBufferPointer { data in
                let entry = ontknoop_zip_entry(name: name, data: data.baseAddress, length: data.count)
                return lend(index + 1, ready + [entry], body)
            }
        }
    }
}

/// What libarchive said when it could not pack.
public struct ZipFault: Error, Hashable {
    public let code: Int32
}
