import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;

/** Runs the main methods of many classes, each with output files of its own; notes the name of each that came back. */
public class Driver {
    public static void main(String[] arguments) throws Exception {
        File done = new File(arguments[0]);
        for (int index = 1; index < arguments.length; index++) {
            String name = arguments[index];
            int code = 0;
            System.setOut(new PrintStream(new FileOutputStream(name + ".out"), true, "UTF-8"));
            System.setErr(new PrintStream(new FileOutputStream(name + ".err"), true, "UTF-8"));
            try {
                Class.forName(name + ".Main").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            } catch (InvocationTargetException error) {
                error.getCause().printStackTrace();
                code = 1;
            }
            System.out.close();
            try (FileWriter writer = new FileWriter(done, true)) {
                writer.write(name + " " + code + "\n");
            }
        }
    }
}
