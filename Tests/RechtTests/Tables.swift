import Basics
import Foundation
import Recht

/// The tables as they ship, read once from `Content/recht`.
enum Shipped {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Content/recht")
        .resolvingSymlinksInPath()

    static func tables() throws -> RechtTables {
        try RechtTables { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    }
}

func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

func euro(_ text: String) -> Money { Money(text) ?? Money(cents: -1) }
