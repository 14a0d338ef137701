extension String {
    /// As text between tags.
    public var xmlText: String { xmlEscaped { XmlEscape.inText($0) } }

    /// As the value of an attribute in double quotes; tabs and line ends survive reading (XML 1.0, 3.3.3).
    public var xmlAttribute: String { xmlEscaped { XmlEscape.inAttribute($0) } }

    private func xmlEscaped(_ escape: (Unicode.Scalar) -> String?) -> String {
        guard unicodeScalars.contains(where: { escape($0) != nil }) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            if let escaped = escape(scalar) { result += escaped } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}

private enum XmlEscape {
    static func inText(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\r": "&#13;"
        case "\t", "\n": nil
        default: isAllowed(scalar) ? nil : "\u{FFFD}"
        }
    }

    static func inAttribute(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\"": "&quot;"
        case "\t": "&#9;"
        case "\n": "&#10;"
        default: inText(scalar)
        }
    }

    /// The characters that XML 1.0 (2.2) can hold at all.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }
}
