public import Foundation

extension XmlReader {
    /// Reads an open file by pieces of 64 kB.
    public convenience init(file: FileHandle, bounds: XmlBounds = .stream) {
        self.init(bounds: bounds) {
            let data = try file.read(upToCount: 64 << 10)
            return data.flatMap { $0.isEmpty ? nil : [UInt8]($0) }
        }
    }
}
