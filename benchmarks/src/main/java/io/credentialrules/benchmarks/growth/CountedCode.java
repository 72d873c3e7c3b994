package io.credentialrules.benchmarks.growth;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes code count its {@link Steps}: at the begin of each method, and before each jump back, which
 * is a loop going round. The library, everything that it uses, and the collections of the JDK are
 * counted; the rest of the JDK is not.
 */
final class CountedCode implements ClassFileTransformer {
  private static final String OWN = "io/credentialrules/benchmarks/growth/";

  /** By its name, because it must not be loaded before the boot loader knows it. */
  static final String STEPS = OWN + "Steps";

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> retransformed,
      ProtectionDomain domain,
      byte[] code) {
    boolean isOfJdk = loader == null || loader == ClassLoader.getPlatformClassLoader();
    if (name == null || name.startsWith(OWN) || (isOfJdk && retransformed == null)) {
      return null;
    }
    ClassReader reader = new ClassReader(code);
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new Counting(writer), 0);
    return writer.toByteArray();
  }

  private static final class Counting extends ClassVisitor {
    private Counting(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new CountingMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private static final class CountingMethod extends MethodVisitor {
    private final Set<Label> passed = new HashSet<>();

    private CountingMethod(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    private void step() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, STEPS, "one", "()V", false);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      step();
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (passed.contains(label)) {
        step();
      }
      super.visitJumpInsn(opcode, label);
    }
  }
}
