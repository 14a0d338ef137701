import Basics
import Foundation

extension MailMessage {
    /// The message as it travels (RFC 5322, RFC 2045 to 2047), with lines of at most 76 characters.
    public func mime() throws(MailFault) -> [UInt8] {
        guard subject.isOneLine else { throw .unsafeHeader("subject") }
        for attachment in attachments {
            guard attachment.name.isOneLine, attachment.type.isOneLine else { throw .unsafeHeader("attachment") }
        }
        let lines = headers + [""] + body
        return Array(lines.joined(separator: "\r\n").utf8) + Array("\r\n".utf8)
    }

    private var headers: [String] {
        [
            "Date: " + date.mailText,
            "From: " + from.headerText(after: "From: "),
            "To: " + to.headerText(after: "To: "),
            replyTo.map { "Reply-To: " + $0.headerText(after: "Reply-To: ") },
            "Subject: " + HeaderText.encoded(subject, after: "Subject: "),
            "Message-ID: " + id,
            thread.last.map { "In-Reply-To: " + $0 },
            thread.isEmpty ? nil : "References: " + thread.joined(separator: "\r\n "),
            "Auto-Submitted: auto-generated",
            "Content-Language: " + language.safeToken,
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed;\r\n boundary=\"\(boundary("mixed"))\"",
        ].compactMap(\.self)
    }

    /// What others wrote as an identifier goes along only where it can be nothing but one.
    private var thread: [String] {
        Array(
            answers.filter { one in
                one.hasPrefix("<") && one.hasSuffix(">") && (5...250).contains(one.utf8.count)
                    && one.dropFirst().dropLast().unicodeScalars.allSatisfy {
                        $0.isASCII && $0.value > 32 && $0.value < 127 && $0 != "<" && $0 != ">"
                    }
            }.suffix(20))
    }

    private var body: [String] {
        let words =
            part("text/plain; charset=utf-8", Array(text.utf8), in: "alternative")
            + part(
                "text/html; charset=utf-8", Array(MailBody.html(of: text, language: language).utf8), in: "alternative")
        let alternative =
            [
                "--" + boundary("mixed"),
                "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary("alternative"))\"", "",
            ]
            + words + ["--" + boundary("alternative") + "--", ""]
        let files = attachments.flatMap { file in
            part(
                "\(file.type);\r\n \(HeaderText.parameter("name", file.name))", file.bytes, in: "mixed",
                "Content-Disposition: attachment;\r\n \(HeaderText.parameter("filename", file.name))")
        }
        return alternative + files + ["--" + boundary("mixed") + "--"]
    }

    private func part(_ type: String, _ bytes: [UInt8], in box: String, _ more: String...) -> [String] {
        let text = Data(bytes).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return ["--" + boundary(box), "Content-Type: " + type, "Content-Transfer-Encoding: base64"] + more + [
            "", text, "",
        ]
    }

    /// Base64 has no underscore, so it cannot occur in a part.
    private func boundary(_ box: String) -> String { "=_" + box + "_" + key.safeToken.suffix(40) }
}

extension Moment {
    /// As mail writes it: `Fri, 10 Apr 2026 09:30:00 +0200` (RFC 5322, 3.3).
    var mailText: String {
        let (year, month, number) = day.parts
        let second = (milliseconds / 1_000 % 60 + 60) % 60
        let time = [clock.hour, clock.minute, Int(second)].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(number) \(months[month - 1]) \(year) \(time) +0\(dutchOffset / 3_600)00"
    }
}
