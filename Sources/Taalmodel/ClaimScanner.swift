import Basics

/// Finds the finished claims in an answer that is still being written: the objects inside its first list.
struct ClaimScanner {
    private var depth = 0
    private var isInText = false
    private var isEscaped = false
    private var open: [UInt8] = []

    /// The claims that a piece of the answer finishes.
    mutating func take(_ piece: String) -> [JSON] {
        var found: [JSON] = []
        for byte in piece.utf8 {
            let isBegin = !isInText && byte == UInt8(ascii: "{")
            let isEnd = !isInText && byte == UInt8(ascii: "}")
            if isBegin { depth += 1 }
            if depth >= 2 { open.append(byte) }
            if isEnd {
                if depth == 2 {
                    if let json = JSON(read: open) { found.append(json) }
                    open.removeAll()
                }
                depth -= 1
            }
            note(byte)
        }
        return found
    }

    /// Braces inside a text are text.
    private mutating func note(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if isInText, byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInText.toggle()
        }
    }
}
