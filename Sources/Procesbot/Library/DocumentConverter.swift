import Foundation

/// Takes the text out of a document that is not text itself.
public protocol DocumentConverter: Sendable {
    func text(of path: String, form: DocumentForm) throws -> String
}

/// Converts with pandoc (docx, odt; sandboxed) and pdftotext (PDF), as subprocesses.
public struct ToolConverter: DocumentConverter {
    private static let folders = ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"]

    public init() {}

    public func text(of path: String, form: DocumentForm) throws -> String {
        switch form {
        case .docx: try run("pandoc", ["--sandbox", "-f", "docx", "-t", "gfm", "--wrap=none", path])
        case .odt: try run("pandoc", ["--sandbox", "-f", "odt", "-t", "gfm", "--wrap=none", path])
        case .pdf: try run("pdftotext", ["-layout", "-enc", "UTF-8", path, "-"])
        case .markdown, .html, .plain, .bpmn, .dmn:
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        }
    }

    private func run(_ tool: String, _ arguments: [String]) throws -> String {
        guard let program = Self.folders.map({ $0 + tool }).first(where: FileManager.default.isExecutableFile) else {
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
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw LibraryFault.toolFailed(tool: tool, status: process.terminationStatus)
        }
        return String(decoding: data, as: UTF8.self)
    }
}
