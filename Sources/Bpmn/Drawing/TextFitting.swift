/// How text is broken into lines where no font can be asked: by the usual widths of a sans-serif face.
enum TextFitting {
    static let size = 12.0
    static let small = 10.0
    /// Of names that stand beside their shape.
    static let outside = 11.0

    /// The width of a text of a size, rather too wide than too narrow.
    static func width(_ text: String, size: Double = size) -> Double {
        text.unicodeScalars.reduce(0) { $0 + share($1) } * size
    }

    static func lineHeight(_ size: Double) -> Double { (size * 1.2).rounded() }

    /// Words on lines no wider than a width; a word that is wider is broken.
    static func wrap(_ text: String, width: Double, size: Double = size) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map({ String($0) }) {
            let longer = line.isEmpty ? word : line + " " + word
            if Self.width(longer, size: size) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            let pieces = broken(word, width: width, size: size)
            lines += pieces.dropLast()
            line = pieces.last ?? ""
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// The lines that fit in a box, in a smaller size if need be; what does not fit ends in an ellipsis.
    static func fit(_ text: String, width: Double, height: Double) -> (lines: [String], size: Double) {
        for size in [size, small] {
            let lines = wrap(text, width: width, size: size)
            if Double(lines.count) * lineHeight(size) <= height { return (lines, size) }
        }
        let lines = wrap(text, width: width, size: small)
        let count = max(1, Int(height / lineHeight(small)))
        return (Array(lines.prefix(count - 1)) + [(lines.dropFirst(count - 1).first ?? "") + "\u{2026}"], small)
    }

    private static func broken(_ word: String, width: Double, size: Double) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in word {
            if !piece.isEmpty, Self.width(piece + String(character), size: size) > width {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return pieces + [piece]
    }

    private static func share(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", "'", "|", "!", ".", ",", ":", ";": 0.28
        case "f", "t", "r", "(", ")", "[", "]", "-", "/", " ": 0.36
        case "m", "w", "M", "W", "@", "%": 0.9
        case "A"..."Z": 0.7
        default: scalar.value > 0x2E80 ? 1 : 0.57
        }
    }
}
