import Basics
import Foundation
import Hummingbird
import Logging
import Zaken

/// A file that came in with a form (`multipart/form-data`, RFC 7578): its fields, and the file itself on disk.
struct Upload: Sendable {
    let fields: FormFields
    let fileName: String
    let contentType: String
    let path: URL
    let size: Int

    enum Refusal: Error, Hashable {
        case unreadable
        case noFile
        /// Nothing in it.
        case empty
        /// Something else than text in UTF-8.
        case notText
        case tooLarge(Int)
        /// A hundred files wait already.
        case tooBusy
        /// Text that can never become the process or decision that it was handed in as.
        case impossible(Ontwerp.Soort, file: String, Diagnostic)
    }

    /// Reads the form piece by piece into a file of its own; the visitor's token must come before the file.
    static func receive(_ request: Request, from visitor: Visitor, limit: Int) async throws -> Upload {
        guard let type = request.headers[.contentType], let boundary = boundary(of: type) else {
            throw Refusal.unreadable
        }
        var receiver = UploadReceiver(boundary: boundary, limit: limit, secret: visitor.secret)
        do {
            for try await piece in request.body { try receiver.take(Array(piece.readableBytesView)) }
            return try receiver.finish()
        } catch {
            receiver.discard()
            throw error
        }
    }

    /// Takes the file away again; what cannot be taken away is told in the log.
    func forget() {
        do { try FileManager.default.removeItem(at: path) } catch {
            Logger(label: "uploads").warning("an upload stays behind: \(error)")
        }
    }

    private static func boundary(of type: String) -> String? {
        guard let mark = type.range(of: "boundary=") else { return nil }
        let text = type[mark.upperBound...].prefix { $0 != ";" }.trimmingCharacters(
            in: CharacterSet(charactersIn: "\" "))
        return (1...70).contains(text.utf8.count) ? text : nil
    }
}
