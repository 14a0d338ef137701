import Basics

/// An answer as it is written: server-sent events, each line of `data:` with a piece, up to `[DONE]`.
struct ChatStream {
    private(set) var text = ""
    private(set) var isDone = false
    private(set) var tokens: Int?
    private var line: [UInt8] = []
    private static let longestLine = 65_536

    /// The pieces of the answer that some bytes bring; a line may come in parts.
    mutating func take(_ bytes: some Sequence<UInt8>) throws -> [String] {
        var pieces: [String] = []
        for byte in bytes where !isDone {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if let piece = try read() { pieces.append(piece) }
                line.removeAll(keepingCapacity: true)
            } else {
                guard line.count < Self.longestLine else { throw TaalmodelFault.tooLong }
                line.append(byte)
            }
        }
        return pieces
    }

    /// Lines that are no data (comments, names of events) say nothing here.
    private mutating func read() throws -> String? {
        let mark = Array("data:".utf8)
        guard line.starts(with: mark) else { return nil }
        var data = line.dropFirst(mark.count)
        if data.first == UInt8(ascii: " ") { data = data.dropFirst() }
        guard !data.elementsEqual("[DONE]".utf8) else {
            isDone = true
            return nil
        }
        guard let json = JSON(read: data), json.fields != nil, json["error"] == .null else {
            throw TaalmodelFault.unreadable
        }
        tokens = json["usage"]["total_tokens"].integer ?? tokens
        guard let piece = json["choices"][0]["delta"]["content"].text else { return nil }
        text += piece
        return piece
    }
}
