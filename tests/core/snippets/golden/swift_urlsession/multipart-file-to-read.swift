import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

var request = URLRequest(url: URL(string: "http://127.0.0.1:8765/v1/files")!)
request.httpMethod = "POST"
request.setValue("multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2", forHTTPHeaderField: "Content-Type")

var body = Data()
body.append(Data(("------PlaygroundBoundaryf73962d8f40d61f2\r\n"
    + "Content-Disposition: form-data; name=\"model\"\r\n"
    + "\r\n"
    + "whisper-1\r\n"
    + "------PlaygroundBoundaryf73962d8f40d61f2\r\n"
    + "Content-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\n"
    + "Content-Type: text/plain\r\n"
    + "\r\n").utf8))
body.append(try Data(contentsOf: URL(fileURLWithPath: "notes.txt")))
body.append(Data(("\r\n"
    + "------PlaygroundBoundaryf73962d8f40d61f2--\r\n").utf8))
request.httpBody = body

let (data, response) = try await URLSession.shared.data(for: request)
print(String(decoding: data, as: UTF8.self))
if let status = (response as? HTTPURLResponse)?.statusCode, !(200...299).contains(status) {
    print("HTTP \(status)")
    exit(1)
}
