import Foundation

@testable import Postvak

/// Mails as people send them, made up by us; lines end as in files, and are sent as on the wire.
enum Mailbox {
    static func eml(_ text: String) -> [UInt8] { Array(text.replacing("\n", with: "\r\n").utf8) }

    static func plain(
        from: String = "Bram Kievit <bram@voorbeeld.example>", subject: String, _ body: String,
        id: String = "1@voorbeeld.example"
    ) -> [UInt8] {
        eml(
            """
            From: \(from)
            To: incasso@zonnedorp.example
            Subject: \(subject)
            Date: Mon, 2 Mar 2026 09:12:00 +0100
            Message-ID: <\(id)>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            \(body)
            """)
    }

    static let content = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Content")
        .standardizedFileURL.path
}
