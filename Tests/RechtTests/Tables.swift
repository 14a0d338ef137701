import Basics
import Foundation
import Recht

/// The tables as they ship, read once from `Content/recht`.
enum Shipped {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Content/recht")
        .resolvingSymlinksInPath()

    static func tables(changing file: String = "", _ change: (String) -> String = { $0 }) throws -> RechtTables {
        try RechtTables { name in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return name == file ? change(text) : text
        }
    }
}

func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

func euro(_ text: String) -> Money { Money(text) ?? Money(cents: -1) }
