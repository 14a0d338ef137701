import Foundation

/// The programs that these tests talk to; where one is absent the tests that need it are skipped, unless they must run.
enum Services {
    static let mustBeThere = ProcessInfo.processInfo.environment["ONTKNOOP_REQUIRE_SERVICES"] == "1"
    static let weasyprint = mustBeThere || finds("weasyprint")
    static let pdftotext = mustBeThere || finds("pdftotext")
    static let smtp = mustBeThere || knows("aiosmtpd")
    static let imap = mustBeThere || FileManager.default.isExecutableFile(atPath: "/usr/sbin/dovecot")

    private static func finds(_ program: String) -> Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    /// Whether Debian's Python knows the package; Debian's is `python3-aiosmtpd`.
    private static func knows(_ package: String) -> Bool {
        FileManager.default.fileExists(atPath: "/usr/lib/python3/dist-packages/" + package)
    }
}
