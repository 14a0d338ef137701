import CQrencode

/// A QR code as a drawing: one path of squares on a field of whole units (ISO/IEC 18004).
public struct QRCode: Hashable, Sendable {
    /// Squares along a side, with the quiet zone of four around.
    public let size: Int
    /// The dark squares as the `d` of an SVG path.
    public let path: String

    /// Draws a text; `nil` when it is empty, holds a zero byte, or does not fit in a code of version 20.
    public init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(0), text.utf8.count <= 660,
            let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width <= 97 else { return nil }
        size = width + 8
        path = QRCode.runs(UnsafeBufferPointer(start: code.pointee.data, count: width * width), width)
    }

    /// Each run of dark squares in a row as one bar.
    private static func runs(_ cells: UnsafeBufferPointer<UInt8>, _ width: Int) -> String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, cells[row * width + column] & 1 == 1 { column += 1 }
                if column > start { path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z" }
                column += 1
            }
        }
        return path
    }
}
