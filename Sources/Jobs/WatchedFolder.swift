public import Basics
public import Database
import Foundation

/// A folder that is looked at every so many minutes: what comes in there is taken by whoever watches it.
public struct WatchedFolder: Sendable {
    public let folder: String
    /// The kind of the job that looks; the one that orders the next look is `kind.klok`.
    public let kind: String

    public init(_ folder: String, kind: String) {
        self.folder = folder
        self.kind = kind
    }

    /// Orders a look now, and the moment at which the next is ordered.
    public static func order(_ kind: String, at now: Moment, every minutes: Int, _ tx: Transaction) throws {
        try tx.jobs.order(kind: kind, due: now, key: kind, again: .stays)
        let clock = clockKind(kind)
        try tx.jobs.order(kind: clock, due: now.adding(minutes: Int64(minutes)), key: clock)
    }

    public static func cancel(_ kind: String, _ tx: Transaction) throws {
        for key in [kind, clockKind(kind)] { try tx.jobs.cancel(key: key) }
    }

    public static func clockKind(_ kind: String) -> String { kind + ".klok" }

    /// The files below the folder that someone wants, by name; hidden ones and those written in the last seconds are left.
    public func files(before now: Moment, wanted: (String) -> Bool) throws -> [(name: String, path: String)] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter { name in
            wanted(name) && !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }.map { ($0, folder + "/" + $0) }.filter { _, path in
            let changed = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            return (changed?.timeIntervalSince1970 ?? 0) * 1_000 <= Double(now.milliseconds - WatchedFolder.settling)
        }
    }

    private static let settling: Int64 = 3_000
}
