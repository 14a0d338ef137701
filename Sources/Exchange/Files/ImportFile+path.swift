public import Foundation

extension ImportFile {
    /// A file on disk, read by pieces of 64 kB.
    public init(at url: URL) {
        self.init {
            let handle = try FileHandle(forReadingFrom: url)
            return {
                let data = try handle.read(upToCount: 64 << 10)
                return data.flatMap { $0.isEmpty ? nil : [UInt8]($0) }
            }
        }
    }
}
