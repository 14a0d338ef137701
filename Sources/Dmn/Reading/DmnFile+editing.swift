public import Basics
import Xml

extension DmnFile {
    /// The file with another table for one decision; all else stays as it is, also what others put in the table's own elements.
    ///
    /// `nil` where the bytes are no DMN or the decision has no table.
    public static func replacing(
        tableOf decision: String, with draft: DmnDraft, in bytes: [UInt8], diagnostics: inout [Diagnostic]
    ) -> [UInt8]? {
        do {
            var document = try XmlDocument(bytes)
            let editor = TableEditor(namespace: document.root.name.namespace, draft: draft)
            guard editor.edit(&document.root, decision) else { return nil }
            return Array(document.root.written().utf8)
        } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }
}
