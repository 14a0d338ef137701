import Foundation
import Synchronization
import Xml

/// Takes the text out of a document that is not text itself.
public protocol DocumentConverter: Sendable {
    func text(of path: String, form: DocumentForm) throws -> String
}

/// Converts with pandoc (docx, sandboxed), unzip (odt), pdftotext (PDF) and tesseract (scans), as subprocesses with a time and an output they may not pass.
public struct ToolConverter: DocumentConverter {
    private static let folders = ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"]
    private static let largestOutput = 20_000_000

    private let seconds: Double
    private let folders: [String]

    public init(seconds: Double = 30) { self.init(seconds: seconds, folders: Self.folders) }

    init(seconds: Double, folders: [String]) {
        self.seconds = seconds
        self.folders = folders
    }

    public func text(of path: String, form: DocumentForm) throws -> String {
        switch form {
        case .docx: Self.plain(try run("pandoc", Self.pandoc + ["-f", "docx", path]))
        case .odt: try odt(path)
        case .pdf: try pdf(path)
        case .markdown, .html, .plain, .bpmn, .dmn:
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        }
    }

    /// `unzip` takes the text out; its own bounds and ours hold for what comes.
    private func odt(_ path: String) throws -> String {
        let content = try run("unzip", ["-p", path, "content.xml"])
        do { return try OdtReader.markdown(of: Array(content.utf8)) } catch is XmlFault {
            throw LibraryFault.damaged("content.xml")
        }
    }

    /// Without the anchors that a word processor leaves, and with every table as Markdown: pandoc writes some as HTML.
    private static func plain(_ text: String) -> String {
        text.replacing(/<table>[\s\S]*?<\/table>/) { HTMLReader.text(of: String($0.output)) + "\n" }
            .replacing(/<\/?(?:span|a|u|div)\b[^>]*>/, with: "")
    }

    private static let pandoc = ["+RTS", "-M512M", "-RTS", "--sandbox", "-t", "gfm", "--wrap=none"]

    func run(_ tool: String, _ arguments: [String]) throws -> String {
        guard let program = folders.map({ $0 + tool }).first(where: FileManager.default.isExecutableFile) else {
            throw LibraryFault.toolMissing(tool)
        }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let guardian = Guardian(process, seconds: seconds)
        let data = try read(output.fileHandleForReading, tool, process)
        process.waitUntilExit()
        if guardian.hasEnded() { throw LibraryFault.toolTooSlow(tool) }
        guard process.terminationStatus == 0 else {
            throw LibraryFault.toolFailed(tool: tool, status: process.terminationStatus)
        }
        return String(decoding: data, as: UTF8.self)
    }

    private func read(_ handle: FileHandle, _ tool: String, _ process: Process) throws -> Data {
        var data = Data()
        while let piece = try handle.read(upToCount: 65_536), !piece.isEmpty {
            data += piece
            guard data.count <= Self.largestOutput else {
                process.terminate()
                throw LibraryFault.tooLarge(tool)
            }
        }
        return data
    }
}

/// Ends a tool that takes too long.
private final class Guardian: Sendable {
    private let ended = Mutex(false)
    private let pid: Int32

    init(_ process: Process, seconds: Double) {
        pid = process.processIdentifier
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in self?.end() }
    }

    private func end() {
        ended.withLock { ended in
            kill(pid, SIGKILL)
            ended = true
        }
    }

    /// Whether it had to be ended; from here on it is left alone.
    func hasEnded() -> Bool { ended.withLock { $0 } }
}
