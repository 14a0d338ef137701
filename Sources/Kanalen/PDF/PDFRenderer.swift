import Foundation
import Subprocess

/// Turns a letter into a PDF through WeasyPrint, a program beside this one that gets no network and no files.
public struct PDFRenderer: Sendable {
    /// What the file claims to be.
    public enum Variant: String, Sendable, CaseIterable {
        /// Can be read aloud: structure, language and title (ISO 14289-1).
        case accessible = "pdf/ua-1"
        /// Can be kept: all it needs is inside (ISO 19005-3).
        case archive = "pdf/a-3b"
    }

    /// More bytes than any letter has.
    static let limit = 32 << 20

    public var program: String
    public var timeout: Int
    public var variant: Variant?

    public init(program: String = "weasyprint", timeout: Int = 30, variant: Variant? = .accessible) {
        self.program = program
        self.timeout = timeout
        self.variant = variant
    }

    /// The document as PDF.
    public func pdf(of html: String) async throws -> [UInt8] {
        let outside = OutsideReferences(in: html).found
        guard outside.isEmpty else { throw PDFFault.opensOutside(outside) }
        let bytes = try await withTimeout { try await self.run(html) }
        guard bytes.starts(with: "%PDF-".utf8) else { throw PDFFault.notAPDF }
        return bytes
    }

    /// Hands the letter over in a file and gets the PDF back in one: `swift-subprocess` 1.0.2 ends the program when a
    /// program that it writes to stops before it has read all.
    private func run(_ html: String) async throws -> [UInt8] {
        try await TemporaryFolder.lend { folder in
            let (page, file) = (folder.appending(path: "brief.html"), folder.appending(path: "brief.pdf"))
            try Data(html.utf8).write(to: page)
            try await start(arguments(page: page.path(), file: file.path()))
            guard FileManager.default.fileExists(atPath: file.path()) else { throw PDFFault.notAPDF }
            let bytes = try Data(contentsOf: file)
            guard bytes.count <= PDFRenderer.limit else { throw PDFFault.notAPDF }
            return Array(bytes)
        }
    }

    private func start(_ arguments: [String]) async throws {
        do {
            let result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments), environment: environment, input: .none,
                output: .discarded, error: .string(limit: 1 << 16))
            guard case .exited(0) = result.terminationStatus else {
                throw PDFFault.failed(code: result.terminationStatus.code, words: result.standardError)
            }
        } catch let error as SubprocessError {
            if error.code == .executableNotFound { throw PDFFault.notInstalled(program: program) }
            throw PDFFault.failed(code: -1, words: "\(error)")
        }
    }

    private func arguments(page: String, file: String) -> [String] {
        let claims = variant.map { ["--pdf-variant", $0.rawValue] } ?? []
        return ["--quiet", "--encoding", "utf-8", "--base-url", "file:///nonexistent/"] + claims + [page, file]
    }

    /// Every road out leads to a closed port.
    private var environment: Environment {
        .inherit.updating([
            "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "ftp_proxy": "http://127.0.0.1:9",
            "no_proxy": "",
        ])
    }

    private func withTimeout(_ work: @escaping @Sendable () async throws -> [UInt8]) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask(operation: work)
            group.addTask { [timeout] in
                try await Task.sleep(for: .seconds(timeout))
                throw PDFFault.timedOut(seconds: timeout)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw PDFFault.notAPDF }
            return first
        }
    }
}

extension TerminationStatus {
    fileprivate var code: Int {
        switch self {
        case .exited(let code): Int(code)
        case .signaled(let signal): Int(signal) + 128
        @unknown default: -1
        }
    }
}
