import Basics
import Foundation

/// A mail with files made by chance: how many, how large, how deep and how packed.
struct FileMail {
    let bytes: [UInt8]
    let files: [[UInt8]]

    init(_ random: inout SeededRandom) {
        let count = Int.random(in: 0...12, using: &random)
        files = (0..<count).map { _ in
            (0..<Int.random(in: 1...3_000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        var parts: [String] = ["Content-Type: text/plain\r\n\r\nZie bijlagen"]
        for (index, file) in files.enumerated() {
            let packed = Data(file).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn])
            let part =
                "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"f\(index)\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + packed
            let isDeeper = Int.random(in: 0..<3, using: &random) == 0
            parts.append(isDeeper ? FileMail.box([part], "m\(index)") : part)
        }
        let text = "From: a@voorbeeld.example\r\nMIME-Version: 1.0\r\n" + FileMail.box(parts, "buiten")
        bytes = Array(text.utf8)
    }

    private static func box(_ parts: [String], _ mark: String) -> String {
        "Content-Type: multipart/mixed; boundary=\"\(mark)\"\r\n\r\n"
            + parts.map { "--\(mark)\r\n\($0)\r\n" }.joined() + "--\(mark)--"
    }
}
